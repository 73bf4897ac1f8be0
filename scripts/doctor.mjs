import "./checkNode.mjs";
import { findings } from "./doctor/findings.mjs";
import { isMain, main } from "./main.mjs";

/** Prints what was found, and for what is missing what to do. Changes nothing. */
async function doctor({ log }) {
  let healthy = true;
  for (const [name, find] of findings) {
    const { found, missing, fix } = await find(log).catch(unfit);
    console.log(`${missing ? "✗" : "✓"} ${name.padEnd(14)}${found ?? missing}`);
    if (fix) console.log(`  ${" ".repeat(14)}What to do: ${fix}.`);
    healthy &&= !missing;
  }
  console.log(healthy ? "\nAll is well." : `\nSomething is missing: see above. Log: ${log.shown}`);
  return healthy;
}

/** What a program said last is the best clue to why it ended. */
function unfit({ message, output = "" }) {
  const said = output.split("\n").filter((line) => /Error\b.*:/.test(line));
  return { missing: said.at(-1)?.trim() ?? message, fix: "npm run setup; if that does not help, see the log" };
}

if (isMain(import.meta)) await main("doctor", doctor);
