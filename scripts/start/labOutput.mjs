/** What Jupyter writes in place of a token that the student chose. */
const HIDDEN_TOKEN = /\?token=\.\.\.$/;

/**
 * Reads what JupyterLab prints: all of it goes to the log, the terminal gets its address and its errors.
 *
 * @param {{ log: object, say: (text: string) => void, everything: boolean }} options `everything` shows it all
 * @returns {{ hear: (data: Buffer) => void, lastWords: (code: number | null) => string }}
 */
export function labOutput({ log, say, everything }) {
  const lines = [];
  let rest = "";
  let told = false;
  const read = (line) => {
    lines.push(line);
    if (lines.length > 200) lines.shift();
    if (everything) say(line);
    const address = addressIn(line);
    if (address && !told) {
      told = true;
      say(welcome(address, log));
    } else if (!everything && /^\[E /.test(line)) say(line);
  };
  return {
    hear(data) {
      log.write(data);
      const parts = (rest + data).split("\n");
      rest = parts.pop();
      for (const line of parts) read(line);
    },
    lastWords: (code) =>
      [`JupyterLab ended with code ${code}.`, ...complaint(lines), `Log: ${log.shown}`].filter(Boolean).join("\n"),
  };
}

/** The address that JupyterLab gives for a browser on this machine. */
function addressIn(line) {
  return /^(?:\[\w [^\]]*\])?\s*(https?:\/\/\S+)$/.exec(line)?.[1];
}

function welcome(address, log) {
  const own = HIDDEN_TOKEN.test(address) ? " (with the token or password that you chose)" : "";
  return [
    "",
    `JupyterLab is at ${address.replace(HIDDEN_TOKEN, "")}${own}`,
    `Ctrl-C in this window ends it. Log: ${log.shown}`,
    "",
  ].join("\n");
}

function complaint(lines) {
  const errors = lines.filter((line) => /^\[[CE] |^\w*(Error|Exception)\b/.test(line));
  return errors.slice(-3);
}
