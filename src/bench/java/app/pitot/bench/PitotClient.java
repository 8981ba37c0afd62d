package app.pitot.bench;

import java.awt.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The packaged app in a folder of its own, with {@link WindowAgent} in it. */
final class PitotClient implements Client {
    private static final int START_MS = 60_000;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Process process;
    private BufferedReader in;
    private PrintWriter out;

    /** @param reply the base URL of the replies */
    PitotClient(Path app, Path folder, String reply) throws IOException {
        listener.setSoTimeout(START_MS);
        var builder = Started.builder(folder, app.toString(), "--base-url", reply, "--model", "bench", "--data-dir",
                Files.createDirectory(folder.resolve("data")).toString(), "--theme", "dark");
        builder.environment().put("PITOT_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("JAVA_TOOL_OPTIONS",
                "-javaagent:" + agent(folder.resolve("agent.jar")) + "=" + listener.getLocalPort());
        process = builder.start();
    }

    @Override
    public String name() {
        return "Pitot";
    }

    @Override
    public ProcessTree tree() {
        return new ProcessTree(process.toHandle());
    }

    @Override
    public Point ready() throws IOException {
        var socket = listener.accept();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        return Started.point(in.readLine());
    }

    @Override
    public void expect(int number) {
        out.println("record " + ReplyServer.LAST_WORD + number);
    }

    @Override
    public String report() throws IOException {
        return in.readLine();
    }

    @Override
    public void close() {
        Started.end(process);
    }

    private static Path agent(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", WindowAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "false");
        var here = Path.of(WindowAgent.class.getResource("WindowAgent.class").getPath()).getParent();
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest); var all = Files.list(here)) {
            for (var each : all.filter(file -> file.getFileName().toString()
                    .matches("(Window(Agent|Watch|Bench)|ReplyServer).*\\.class")).toList()) {
                out.putNextEntry(new JarEntry("app/pitot/bench/" + each.getFileName()));
                Files.copy(each, out);
            }
        }
        return jar;
    }
}
