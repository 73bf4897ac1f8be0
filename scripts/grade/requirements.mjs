import { spawnSync } from "node:child_process";

import path from "node:path";
import { onPath } from "../jupyterEnv.mjs";
import { root } from "../paths.mjs";
import { unprivileged, walls } from "./sandbox.mjs";

/**
 * Whether submissions can be run safely here. Without a sandbox nothing is run.
 *
 * @returns {string | undefined} what is missing, and how to get it
 */
export function whatIsMissing() {
  if (process.platform !== "linux")
    return "Grading needs bubblewrap, which exists for Linux only. Grade in a virtual machine with Linux, or under WSL on Windows.";
  for (const [program, place] of [
    ["bwrap", "the package bubblewrap: sudo apt-get install bubblewrap"],
    ["prlimit", "the package util-linux"],
    ["mkfifo", "the package coreutils"],
  ])
    if (!onPath(program)) return `Grading runs submissions in a sandbox and needs \`${program}\`, from ${place}`;
  return trial();
}

function trial() {
  const bwrap = path.join(onPath("bwrap"), "bwrap");
  const command = [...walls(), "--", "/bin/node", "-e", "console.log(6 * 7)"];
  const { stdout, stderr } = spawnSync(bwrap, command, {
    encoding: "utf8",
    env: {},
    cwd: "/",
    timeout: 60_000,
    ...unprivileged(),
  });
  if (stdout?.trim() === "42") return undefined;
  const said = String(stderr).trim().split("\n")[0].slice(0, 300) || "it gave no reason";
  return `The sandbox cannot be started (${said}). ${advice(said)}`;
}

function advice(said) {
  if (/Unknown option/.test(said)) return "bubblewrap 0.8 or newer is needed.";
  if (/Can't find source path|Permission denied/.test(said) && process.getuid() === 0)
    return `Grading as root runs submissions as the user nobody, who must be able to read ${root}. Better: do not grade as root.`;
  return "bubblewrap needs user namespaces: in a container allow them; on Ubuntu 24.04 install its AppArmor profile for bwrap.";
}
