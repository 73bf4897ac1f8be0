import { inRoot } from "../paths.mjs";
import { run } from "../setup/children.mjs";
import { StepError } from "../setup/steps.mjs";

const tool = (...parts) => inRoot("node_modules", ...parts);
const tsc = tool("typescript", "bin", "tsc");

/** What is checked without running the code: name, and arguments to Node. */
const CHECKS = [
  [
    "lint and format",
    [tool("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."],
    "npm run format",
  ],
  ["types: library, kernel", [tsc, "-b", ".", "kernel"]],
  ["types: lessons", [tsc, "-p", "lessons"]],
  ["types: tests", [tsc, "-p", "tests"]],
];

/**
 * Runs the linter and the compiler over everything, at the same time.
 *
 * @param {{ log: object, steps: object }} tools of this command
 * @returns {Promise<{ passed: number, failed: number }>} what failed has been shown in full
 */
export async function staticChecks({ log, steps }) {
  const results = await Promise.all(CHECKS.map((check) => steps.run(check[0], () => checkOne(check, log))));
  const failed = results.filter(({ ok }) => !ok);
  for (const { error } of failed) steps.say(error.cause?.output ?? error.message);
  return { passed: results.length - failed.length, failed: failed.length };
}

async function checkOne([, args, mender], log) {
  try {
    await run(process.execPath, args, { log });
  } catch (cause) {
    const fix = mender && `${mender} mends what can be mended by itself`;
    throw new StepError("not in order, see below", { fix, cause });
  }
}
