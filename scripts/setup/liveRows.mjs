const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const NAME_WIDTH = 26;

/**
 * Lines for things that go on at the same time. On a terminal those under way stand at the bottom and tick;
 * elsewhere each is one line, printed when it ends.
 *
 * @param {NodeJS.WriteStream} stream
 */
export function liveRows(stream) {
  const open = new Set();
  let live = Boolean(stream.isTTY) && process.env.TERM !== "dumb";
  let drawn = 0;
  let timer;

  const erase = () => {
    if (drawn > 0) stream.write(`\x1b[${drawn}A\x1b[0J`);
    drawn = 0;
  };
  const draw = () => {
    if (!live) return;
    const frame = FRAMES[Math.floor(Date.now() / 100) % FRAMES.length];
    for (const row of open) stream.write(`${cut(line(frame, row, row.detail), stream.columns)}\n`);
    drawn = open.size;
  };
  const redraw = () => {
    erase();
    draw();
  };
  const print = (text) => {
    erase();
    stream.write(`${text}\n`);
    draw();
  };
  const close = (row, text) => {
    open.delete(row);
    if (open.size === 0) clearInterval(timer);
    print(text);
  };

  return {
    say: print,
    calm() {
      erase();
      clearInterval(timer);
      live = false;
      for (const { name, detail } of open)
        print(`… ${name.padEnd(NAME_WIDTH)}goes on behind${detail ? `: ${detail}` : ""}`);
    },
    open(name) {
      const row = { name, start: Date.now(), detail: "" };
      open.add(row);
      if (live && open.size === 1) timer = setInterval(redraw, 100).unref();
      return {
        report: (detail) => {
          row.detail = detail;
        },
        done: (outcome) => close(row, line("✓", row, outcome)),
        failed: (lines) =>
          close(row, [line("✗", row, lines[0]), ...lines.slice(1).map((text) => `    ${text}`)].join("\n")),
      };
    },
  };
}

function line(mark, { name, start }, detail) {
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  return `${mark} ${name.padEnd(NAME_WIDTH)}${`${seconds} s`.padStart(8)}${detail ? `  ${detail}` : ""}`;
}

function cut(text, columns) {
  const width = columns || 80;
  return text.length < width ? text : `${text.slice(0, width - 2)}…`;
}
