/**
 * Compiles cells with tslab's own compiler, in the folder that the process runs in.
 * Reads a JSON list of cells, writes a JSON list: for each cell what the compiler found, as `line: message`.
 */
const { createConverter } = require("tslab/dist/converter.js");

const cells = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const converter = createConverter({ isJS: false, isBrowser: false });
const found = cells.map((cell) =>
  converter.convert("", cell).diagnostics.map(({ start, messageText }) => `${start.line + 1}: ${messageText}`),
);
process.stdout.write(JSON.stringify(found), () => process.exit(0));
