import "./checkNode.mjs";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeStudents, makeTeacher } from "./class/accounts.mjs";
import { checkApart, refuseStrangers } from "./class/apart.mjs";
import { collect } from "./class/collect.mjs";
import { startHub } from "./class/hub.mjs";
import { loadTest } from "./class/loadTest.mjs";
import { bytesOf } from "./class/memory.mjs";
import { prepare } from "./class/prepare.mjs";
import { isMain, main } from "./main.mjs";
import { inRoot } from "./paths.mjs";

const OPTIONS = {
  folder: { type: "string", default: inRoot("class") },
  ip: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: "8000" },
  memory: { type: "string", default: "2G" },
  students: { type: "string" },
  "open-signup": { type: "boolean", default: false },
  "trust-students": { type: "boolean", default: false },
  collect: { type: "string" },
  "load-test": { type: "string" },
  lesson: { type: "string", default: "04" },
};

/** Serves the course to a class; or collects what students wrote; or tries how many students this machine carries. */
async function serve(tools) {
  const { values } = parseArgs({ options: OPTIONS });
  const options = { ...values, folder: path.resolve(values.folder), port: Number(values.port) };
  bytesOf(options.memory);
  if (options.collect) return collect(options.folder, path.resolve(options.collect));
  refuseStrangers(options["trust-students"]);
  if (!(await prepare(tools))) return false;
  for (const sentence of checkApart({ memory: options.memory, trust: options["trust-students"] }))
    tools.steps.say(sentence);
  if (options["load-test"]) return loadTest({ ...options, students: Number(options["load-test"]) }, tools);
  return runClass(options, tools);
}

async function runClass(options, { log, steps }) {
  const password = makeTeacher(options.folder);
  if (options.students) steps.say(makeStudents(options.folder, options.students));
  const hub = await startHub({ ...options, signup: signupOf(options) }, log);
  steps.say(welcome(hub.url, options, password));
  endOnSignals(hub, steps.say);
  return hub.ended;
}

function signupOf({ students, "open-signup": open }) {
  if (students) return "closed";
  return open ? "open" : "approve";
}

const SIGNUP = {
  closed: () => "Students log in with the names and passwords that you hand out.",
  open: (url) => `Students sign up at ${url}/hub/signup and can begin at once.`,
  approve: (url) => `Students sign up at ${url}/hub/signup; you let them in at ${url}/hub/authorize`,
};

function welcome(url, options, password) {
  const secret = password ? `, with the password ${password} (it is not shown again)` : "";
  return [
    "",
    `The class is at ${url}. You are "teacher"${secret}.`,
    SIGNUP[signupOf(options)](url),
    ...(options.ip === "127.0.0.1" ? ["Only this machine is served: deploy/README.md says how to let others in."] : []),
    "Ctrl-C ends the class and the students' servers; their work stays.",
    "",
  ].join("\n");
}

/** Ctrl-C ends all; a service manager's SIGTERM only the hub, so that it can be restarted under a running class. */
function endOnSignals(hub, say) {
  const endings = { SIGINT: hub.stopAll, SIGHUP: hub.stopAll, SIGTERM: hub.stop };
  for (const [signal, end] of Object.entries(endings)) {
    process.removeAllListeners(signal);
    process.once(signal, () => {
      say(signal === "SIGTERM" ? "\nThe hub ends; students' servers go on." : "\nThe class is ending.");
      end();
    });
  }
}

if (isMain(import.meta)) await main("class", serve);
