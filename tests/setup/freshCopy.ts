import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../scripts/paths.mjs";

/** Parts that a fresh clone does not have. */
export type Part = "node_modules" | ".venv" | "cache/native" | "lib/dist" | "kernel/dist";

/**
 * A copy of the repository as a clone would be, in a new folder whose path has a space and letters beyond ASCII.
 *
 * @param parts - what is already installed there
 */
export function freshCopy(parts: Part[] = []) {
  const base = mkdtempSync(path.join(tmpdir(), "cnn-workbook-"));
  const folder = path.join(base, "mein Übungsheft 学习");
  mkdirSync(folder);
  const listed = execFileSync("git", ["-c", "safe.directory=*", "ls-files", "-coz", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter((name) => name && existsSync(path.join(root, name)))) {
    cpSync(path.join(root, file), path.join(folder, file));
  }
  for (const part of parts.filter((name) => existsSync(path.join(root, name)))) {
    mkdirSync(path.dirname(path.join(folder, part)), { recursive: true });
    linkOrCopy(path.join(root, part), path.join(folder, part));
  }
  return {
    folder,
    /** Runs one of the commands to its end. */
    command: (script: string, env: NodeJS.ProcessEnv = {}) => runScript(folder, script, env),
    /** Starts one of the commands. */
    start: (script: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
      spawn(process.execPath, [path.join("scripts", script), ...args], {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** Hard links cost no space and no time, where the disk can make them. */
function linkOrCopy(from: string, to: string) {
  if (spawnSync("cp", ["-al", from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  execFileSync("cp", ["-a", from, to]);
}

function runScript(folder: string, script: string, env: NodeJS.ProcessEnv) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join("scripts", script)], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 240_000,
  });
  return { text: stdout + stderr, code: status };
}
