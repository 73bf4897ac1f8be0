import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { appendFileSync, chmodSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../paths.mjs";
import { hubPython } from "./prepare.mjs";

/** Letters and digits that nobody takes for one another. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * Makes the teacher's account, before anybody can sign up under that name.
 *
 * @param {string} folder of the class
 * @returns {string | undefined} the password, the first time; `CLASS_PASSWORD` sets it, also later
 */
export function makeTeacher(folder) {
  const given = process.env.CLASS_PASSWORD;
  const password = given ?? newPassword();
  const made = makeAccounts(folder, { teacher: password }, Boolean(given));
  return made.length > 0 ? password : undefined;
}

/**
 * Makes an account for each name in a file, one name a line. New passwords are added to `passwords.txt` in the class's
 * folder, for the teacher to hand out.
 *
 * @returns {string} a sentence on what was done
 */
export function makeStudents(folder, list) {
  const names = readFileSync(list, "utf8")
    .split("\n")
    .map((line) => line.trim().toLowerCase())
    .filter(Boolean);
  const accounts = Object.fromEntries(names.map((name) => [name, newPassword()]));
  const made = makeAccounts(folder, accounts, false);
  if (made.length === 0) return `All ${names.length} students have accounts.`;
  const file = path.join(folder, "passwords.txt");
  appendFileSync(file, made.map((name) => `${name}\t${accounts[name]}\n`).join(""), { mode: 0o600 });
  chmodSync(file, 0o600);
  return `${made.length} new accounts; names and passwords are in ${file}.`;
}

function makeAccounts(folder, accounts, change) {
  const order = { database: `sqlite:///${path.join(folder, "hub", "hub.sqlite")}`, accounts, change };
  mkdirSync(path.join(folder, "hub"), { recursive: true, mode: 0o700 });
  const options = { input: JSON.stringify(order), encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] };
  const said = execFileSync(hubPython, ["-I", inRoot("deploy", "accounts.py")], options);
  return JSON.parse(said.trim().split("\n").at(-1));
}

function newPassword() {
  return Array.from({ length: 14 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}
