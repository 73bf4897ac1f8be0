import "./checkNode.mjs";
import { build } from "./build.mjs";
import { isMain, main } from "./main.mjs";
import { installJupyter } from "./setup/jupyter.mjs";
import { registerKernel } from "./setup/kernelspec.mjs";
import { takeTurn } from "./setup/lock.mjs";
import { installPackages } from "./setup/packages.mjs";
import { StepError } from "./setup/steps.mjs";
import { installTensorflow } from "./setup/tensorflow.mjs";
import { syncWork } from "./syncWork.mjs";

/**
 * Prepares what is missing to run the workbook: npm packages, JupyterLab, the build, the student's copies of the
 * lessons, and native TensorFlow. Never rejects: each step tells what failed.
 *
 * @param {{ log: object, steps: object }} tools of this command
 * @returns {Promise<{ packages: boolean, jupyter: boolean, built: boolean, work: boolean, native: Promise<boolean> }>}
 *   which parts are there; `native` is settled later, and its failure only costs speed
 */
export async function setup({ log, steps }) {
  const release = await takeTurn(steps.say);
  const step = async (name, work) => (await steps.run(name, work)).ok;
  const packages = step("npm packages", () => installPackages(log));
  const native = packages.then((ok) => ok && step("TensorFlow", (report) => installTensorflow(log, report)));
  const built = packages.then((ok) => ok && step("TypeScript build", () => build({ log })));
  const jupyter = step("JupyterLab", async () => {
    const outcome = await installJupyter(log);
    registerKernel();
    return outcome;
  });
  const work = step("lessons in work/", async () => copyLessons(steps));
  const done = { packages: await packages, jupyter: await jupyter, built: await built, work: await work, native };
  native.then(release);
  return done;
}

function copyLessons(steps) {
  try {
    const { summary, messages } = syncWork();
    for (const message of messages) steps.say(message);
    return summary;
  } catch (error) {
    throw new StepError(`The lessons could not be copied into work/ (${error.message})`, {
      works: "what is in work/ already",
      fix: "make the folder work/ writable, then run the same command again",
      cause: error,
    });
  }
}

if (isMain(import.meta)) {
  await main("setup", async (tools) => {
    const { native, ...parts } = await setup(tools);
    await native;
    return Object.values(parts).every(Boolean);
  });
}
