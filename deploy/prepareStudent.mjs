/**
 * Brings the lessons into a student's folder, in the current directory, by the rules of `npm start`. Runs as the student. A failure
 * is told and does not keep the server from starting.
 */
import { lstatSync, symlinkSync } from "node:fs";
import { inRoot } from "../scripts/paths.mjs";
import { syncWork } from "../scripts/syncWork.mjs";

try {
  const { summary, messages } = syncWork({ to: "work" });
  console.error(["lessons", summary, ...messages].join(" "));
  // Lessons name the pictures that ship as ../data/…
  if (!lstatSync("data", { throwIfNoEntry: false })) symlinkSync(inRoot("data"), "data");
} catch (error) {
  console.error(`The lessons could not be brought up to date: ${error.message}`);
}
