import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot, root } from "../paths.mjs";
import { run } from "./children.mjs";
import { StepError } from "./steps.mjs";

/** What npm writes into node_modules last: its record of what it put there. */
const recordIn = (folder) => path.join(folder, "node_modules", ".package-lock.json");

/** Installs the npm packages of a folder unless what is installed is what its lock file says. */
export async function installPackages(log, folder = root) {
  if (packagesInstalled(folder)) return "already there";
  // An install that breaks off must not look finished.
  rmSync(recordIn(folder), { force: true });
  try {
    await npmInstall(log, folder);
  } catch (error) {
    throw new StepError(`npm could not install the packages${reason(error.output ?? "")}`, {
      works: "reading the lessons in notebooks/; nothing can be run",
      fix: "check the network and the space on the disk (behind a proxy: npm config set proxy …), then run the same command again",
      cause: error,
    });
  }
  return "installed";
}

/** Tries again when another npm, left over from a command that was killed, still writes into the folder. */
async function npmInstall(log, folder, tries = 4) {
  const [command, ...first] = npmCommand();
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  try {
    await run(command, [...first, "ci", ...options], { log, cwd: folder });
  } catch (error) {
    if (tries === 1 || !/ENOTEMPTY|EEXIST|EBUSY/.test(error.output ?? "")) throw error;
    await sleep(5000);
    await npmInstall(log, folder, tries - 1);
  }
}

/** Whether a folder's node_modules holds exactly what its package-lock.json asks for on this machine. */
export function packagesInstalled(folder = root) {
  try {
    const wanted = JSON.parse(readFileSync(path.join(folder, "package-lock.json"), "utf8")).packages;
    const found = JSON.parse(readFileSync(recordIn(folder), "utf8")).packages;
    const missing = Object.keys(wanted).filter((key) => key !== "" && !found[key] && !wanted[key].optional);
    const other = Object.keys(found).filter((key) => !sameVersion(found[key], wanted[key]));
    const whole = folder !== root || existsSync(inRoot("node_modules", "typescript", "bin", "tsc"));
    return missing.length === 0 && other.length === 0 && whole;
  } catch {
    return false;
  }
}

function sameVersion(found, wanted) {
  return wanted !== undefined && found.version === wanted.version && found.integrity === wanted.integrity;
}

/** The npm that started this command, else the one beside Node, else the one on PATH. */
function npmCommand() {
  const beside = path.join(path.dirname(process.execPath), "npm");
  for (const program of [process.env.npm_execpath, beside]) {
    // Through Node itself: npm's own first line would look for a Node on PATH.
    if (program && existsSync(program) && isNpm(realpathSync(program)))
      return [process.execPath, realpathSync(program)];
  }
  return ["npm"];
}

function isNpm(file) {
  return path.basename(file) === "npm-cli.js";
}

function reason(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output))
    return ": the registry did not answer";
  if (/ENOSPC/.test(output)) return ": the disk is full";
  if (/EACCES|EPERM/.test(output)) return ": this folder cannot be written";
  if (/EUSAGE/.test(output)) return ": package.json and package-lock.json do not belong together";
  if (/ENOENT/.test(output)) return ": npm was not found";
  return "";
}
