/**
 * Stops with a clear sentence where the workbook cannot run. Imported first by every command, for its effect.
 * Old Nodes must be able to read this file, so its syntax stays plain.
 */
const [major, minor] = process.versions.node.split(".").map(Number);
const newEnough = major > 20 || (major === 20 && minor >= 19);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.platform === "win32") {
  stop("The workbook runs on Linux and macOS. On Windows, install WSL (wsl --install) and run the same command in it.");
}
if (!newEnough || major > 24) {
  stop(
    `The workbook needs Node 20.19 or newer, up to 24; this is Node ${process.versions.node}. ` +
      "Install Node 22 or 24 from https://nodejs.org (or: nvm install 24), then run the same command again.",
  );
}
