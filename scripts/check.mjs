import "./checkNode.mjs";
import { staticChecks } from "./checks/staticChecks.mjs";
import { vitest } from "./checks/vitest.mjs";
import { isMain, main } from "./main.mjs";
import { setup } from "./setup.mjs";

/** The contributor's quick loop: types, lint and unit tests. Arguments pass on to vitest. */
async function check(tools) {
  const { packages, native } = await setup(tools);
  await native;
  if (!packages) return false;
  const still = await staticChecks(tools);
  const units = await vitest("unit", process.argv.slice(2));
  return still.failed + units.failed === 0;
}

if (isMain(import.meta)) await main("check", check);
