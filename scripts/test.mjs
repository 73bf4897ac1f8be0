import "./checkNode.mjs";
import { staticChecks } from "./checks/staticChecks.mjs";
import { vitest } from "./checks/vitest.mjs";
import { isMain, main } from "./main.mjs";
import { setup } from "./setup.mjs";

/** Prepares what is missing, then runs every check there is. Arguments pass on to vitest. */
async function test(tools) {
  const args = process.argv.slice(2);
  const { native, ...parts } = await setup(tools);
  await native;
  if (!parts.packages) return false;
  const results = [
    { passed: 0, failed: Object.values(parts).filter((there) => !there).length },
    await staticChecks(tools),
    await vitest("unit", args),
    await vitest("lessons", args),
    await vitest("system", args),
  ];
  return report(results);
}

function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0;
}

if (isMain(import.meta)) await main("test", test);
