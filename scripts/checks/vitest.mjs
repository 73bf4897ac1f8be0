import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { jupyterEnv } from "../jupyterEnv.mjs";
import { inRoot, root } from "../paths.mjs";

/**
 * Runs one of the groups of tests and shows what vitest shows.
 *
 * @param {"unit" | "lessons" | "system"} project
 * @param {string[]} [args] further arguments to vitest, such as the tests to run
 * @returns {Promise<{ passed: number, failed: number }>} a run that breaks off counts as one failure
 */
export async function vitest(project, args = []) {
  const report = inRoot("cache", `tests-${project}.json`);
  mkdirSync(inRoot("cache"), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const program = inRoot("node_modules", "vitest", "vitest.mjs");
  const options = ["run", "--project", project, "--passWithNoTests", ...reporters];
  const code = await end(
    spawn(process.execPath, [program, ...options, ...args], { cwd: root, env: jupyterEnv(), stdio: "inherit" }),
  );
  const counted = count(report);
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function end(child) {
  const stop = () => child.kill("SIGTERM");
  process.on("exit", stop);
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (code) => {
      process.off("exit", stop);
      resolve(code ?? 1);
    });
  });
}

function count(report) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    // A file that cannot be loaded has no tests to fail.
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + (numFailedTestSuites > 0 ? unloaded.length : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
