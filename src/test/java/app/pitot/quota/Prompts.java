package app.pitot.quota;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Prompts of all sizes: prose, code, Chinese, and all together, in one turn or several. */
final class Prompts {
    private static final String[] WORDS = ("the of and a to in is that it was for on are with as his they at be this from "
            + "have or by one had not but what all were when we there can an your which their said if do will each about "
            + "how up out them then she many some so these would other into has more her two like him see time could "
            + "reservation throughput understanding administration configuration measurement instrument pressure")
            .split(" ");
    private static final String[] CODE = {"for (var i = 0; i < n; i++) {\n", "    return x -> x * 2;\n", "}\n",
        "if (value == null) throw new IllegalStateException();\n", "    var map = new HashMap<String, Integer>();\n"};
    private static final String HAN = "今天天气很好我们一起去公园散步吧请告诉这个问题的答案是什么谢谢你非常感谢中文测试文本速度限制";

    private final RandomGenerator random;

    Prompts(RandomGenerator random) {
        this.random = random;
    }

    /** About so many characters in all. */
    List<ChatMessage> of(int characters) {
        var turns = random.nextInt(3) == 0 ? 1 + 2 * random.nextInt(3) : 1;
        var kind = random.nextInt(10);
        var messages = new ArrayList<ChatMessage>();
        if (random.nextBoolean()) {
            messages.add(new ChatMessage(Role.SYSTEM, "You are a helpful assistant."));
        }
        for (var i = 0; i < turns; i++) {
            messages.add(new ChatMessage(i % 2 == 0 ? Role.USER : Role.ASSISTANT, text(kind, characters / turns)));
        }
        return messages;
    }

    private String text(int kind, int characters) {
        var text = new StringBuilder();
        while (text.length() < characters) {
            var now = kind < 5 ? 0 : kind < 7 ? 1 : kind < 9 ? 2 : random.nextInt(3);
            switch (now) {
                case 0 ->
                    text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ".\n" : " ");
                case 1 -> text.append(CODE[random.nextInt(CODE.length)]);
                default -> {
                    for (var i = 0; i < 20; i++) {
                        text.append(HAN.charAt(random.nextInt(HAN.length())));
                    }
                    text.append(random.nextInt(3) == 0 ? "。\n" : "，");
                }
            }
        }
        text.setLength(Math.max(1, characters));
        return text.toString();
    }
}
