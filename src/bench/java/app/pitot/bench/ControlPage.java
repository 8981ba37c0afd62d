package app.pitot.bench;

/** The least a browser can do: plain text, appended once a frame, the end in sight. */
final class ControlPage {
    private ControlPage() {}

    /** @param reply where the replies are; the page's own server knows {@code /now}, {@code /ready} and {@code /report} */
    static String of(String reply) {
        return PAGE.replace("REPLY", reply).replace("WORD", ReplyServer.LAST_WORD);
    }

    private static final String PAGE = """
            <!doctype html>
            <meta charset="utf-8">
            <title>control</title>
            <style>
              body { margin: 0; height: 100vh; display: flex; flex-direction: column; font: 14px sans-serif }
              #out { flex: 1; overflow-y: auto; white-space: pre-wrap; padding: 12px }
              textarea { height: 60px; margin: 8px }
            </style>
            <div id="out"></div>
            <textarea autofocus></textarea>
            <script>
            const out = document.getElementById('out'), box = document.querySelector('textarea');
            let offset = 0, keys = [], frames = [], waiting = '', running = false, painted = 0, number = 0;
            const text = out.appendChild(document.createTextNode(''));
            const nanos = at => Math.round(at * 1e6 + offset);
            const channel = new MessageChannel(), after = [];
            channel.port1.onmessage = () => after.shift()();
            // Behind the callbacks of a frame come its layout and painting, and then this message.
            const afterPaint = work => requestAnimationFrame(() => { after.push(work); channel.port2.postMessage(0) });

            async function clock() {
              let best = Infinity;
              for (let i = 0; i < 30; i++) {
                const before = performance.now();
                const theirs = Number(await (await fetch('/now')).text());
                const took = performance.now() - before;
                if (took < best) { best = took; offset = theirs - (before + took / 2) * 1e6 }
              }
            }

            function frame() {
              if (!running) return;
              frames.push(performance.now());
              if (waiting) {
                text.appendData(waiting);
                out.scrollTop = out.scrollHeight;
                if (!painted && waiting.endsWith('WORD' + number + '\\n')) {
                  painted = 1;
                  after.push(() => { painted = performance.now(); setTimeout(report, 300) });
                  channel.port2.postMessage(0);
                }
                waiting = '';
              }
              requestAnimationFrame(frame);
            }

            function report() {
              running = false;
              const until = frames.filter(at => at <= painted);
              fetch('/report', { method: 'POST', body:
                  nanos(painted) + ';' + until.map(nanos).join(' ') + ';' + keys.map(nanos).join(' ') });
            }

            async function ask() {
              keys = []; frames = []; painted = 0; running = true; number = Number(await (await fetch('/number')).text());
              requestAnimationFrame(frame);
              const reply = await fetch('REPLY', { method: 'POST', body: '{"stream":true}' });
              const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
              let rest = '';
              for (;;) {
                const { done, value } = await reader.read();
                if (done) break;
                const lines = (rest + value).split('\\n');
                rest = lines.pop();
                for (const line of lines) {
                  if (!line.startsWith('data: {')) continue;
                  waiting += JSON.parse(line.slice(6)).choices[0].delta.content || '';
                }
              }
            }

            box.addEventListener('keydown', event => {
              if (event.key === 'Enter') { event.preventDefault(); box.value = ''; ask() }
            });
            box.addEventListener('input', () => afterPaint(() => keys.push(performance.now())));
            clock().then(() => {
              const at = box.getBoundingClientRect(), side = (outerWidth - innerWidth) / 2;
              const x = screenX + side + at.x + at.width / 2;
              const y = screenY + outerHeight - innerHeight - side + at.y + at.height / 2;
              fetch('/ready', { method: 'POST', body: Math.round(x) + ' ' + Math.round(y) });
            });
            </script>
            """;
}
