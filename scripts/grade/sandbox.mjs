import { spawn } from "node:child_process";
import { closeSync, existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onPath } from "../jupyterEnv.mjs";
import { inRoot } from "../paths.mjs";
import { openChannel } from "./channel.mjs";
import { limits } from "./limits.mjs";
import { watchMemory } from "./memory.mjs";
import { openPipes } from "./pipes.mjs";

/** Where the course lies inside the sandbox; the path outside stays unknown there. */
const COURSE = "/course";
const NOBODY = 65_534;

/** What of the course is there to be read. Lessons as their authors wrote them, other submissions and the grader are not. */
const parts = ["package.json", "lib", "kernel/dist", "data", "node_modules", "scripts/grade/inside", "cache/native"];
const system = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/nodejs", "/etc/ld.so.cache"];

/**
 * Starts a process for one notebook in a sandbox of its own: no network, no other processes, nothing to write to but two
 * small folders in memory that go when it ends.
 *
 * @param {Record<string, string>} [instead] files that stand in the place of the course's: by their path in it
 */
export function startSandbox(instead = {}) {
  const { theirs, ...ours } = openPipes();
  const options = {
    stdio: ["ignore", "ignore", "ignore", theirs.from, theirs.to],
    env: {},
    cwd: "/",
    ...unprivileged(),
  };
  const child = spawn(pathOf("bwrap"), [...walls(instead), ...program()], options);
  closeSync(theirs.from);
  closeSync(theirs.to);
  const ended = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({}));
  });
  const channel = openChannel(ours, child.pid ? watchMemory(child.pid) : () => {});
  return { ...channel, end: () => end(child, ended, ours) };
}

/** Ends all that runs in the sandbox. Where that has ended by itself, `code` says how. */
async function end(child, ended, { from, to }) {
  closeSync(to);
  closeSync(from);
  const late = sleep(500, undefined, { ref: false }).then(() => child.kill("SIGKILL"));
  await Promise.race([ended, late]);
  return ended;
}

/** Root's files are root's inside, too; so root hands over to a user who owns nothing. */
export function unprivileged() {
  return process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** bubblewrap's arguments up to the program. */
export function walls(instead = {}) {
  return [
    ...["--unshare-all", "--unshare-user", "--disable-userns", "--cap-drop", "ALL"],
    ...["--die-with-parent", "--new-session", "--clearenv", "--hostname", "sandbox"],
    ...["--uid", "1000", "--gid", "1000"],
    ...system.flatMap(systemFolder),
    ...["--ro-bind", realpathSync(process.execPath), "/bin/node", "--ro-bind", pathOf("prlimit"), "/bin/prlimit"],
    ...parts.filter((part) => existsSync(inRoot(part))).flatMap((part) => bind(inRoot(part), `${COURSE}/${part}`)),
    ...Object.entries(instead).flatMap(([part, file]) => bind(file, `${COURSE}/${part}`)),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...["/work", "/tmp", "/dev/shm"].flatMap((folder) => ["--size", String(limits.memory.files), "--tmpfs", folder]),
    ...["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/work"],
    ...Object.entries(environment).flatMap(([name, value]) => ["--setenv", name, value]),
  ];
}

const pathOf = (program) => path.join(onPath(program), program);
const bind = (from, to) => ["--ro-bind", realpathSync(from), to];

/** `/lib` is a link to `/usr/lib` on most systems today, and a folder on others. */
function systemFolder(folder) {
  if (!existsSync(folder)) return [];
  const real = realpathSync(folder);
  return real === folder ? ["--ro-bind", folder, folder] : ["--symlink", real.slice(1), folder];
}

const environment = {
  PATH: "/bin",
  HOME: "/work",
  TMPDIR: "/tmp",
  LANG: "C.UTF-8",
  TF_CPP_MIN_LOG_LEVEL: "3",
  CNN_WORKBOOK_PROGRESS: "/work/.progress.json",
};

function program() {
  const { process: bytes, files, heapMegabytes } = limits.memory;
  const most = [
    `--data=${bytes}`,
    `--fsize=${files}`,
    "--core=0",
    "--nofile=256",
    `--nproc=${limits.processes.threads}`,
  ];
  const node = ["/bin/node", `--max-old-space-size=${heapMegabytes}`];
  return ["--", "/bin/prlimit", ...most, "--", ...node, `${COURSE}/scripts/grade/inside/main.mjs`];
}
