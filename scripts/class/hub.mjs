import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { jupyterEnv } from "../jupyterEnv.mjs";
import { inRoot } from "../paths.mjs";
import { hubPython } from "./prepare.mjs";

const PATIENCE = 180_000;
const CONFIG = inRoot("deploy", "jupyterhub_config.py");

/**
 * Starts the hub of a class and waits until it answers.
 *
 * @param {{ folder: string, ip: string, port: number, memory: string, signup: "approve" | "open" | "closed" }} options
 * @param {{ write(text: string): void }} log
 * @returns {Promise<{ url: string, ended: Promise<number>, stop(): Promise<void>, stopAll(): Promise<void> }>} `stop`
 *   leaves the students' servers running, for the next start; `stopAll` ends them first
 * @throws {Error} it ended instead
 */
export async function startHub({ folder, ip, port, memory, signup }, log) {
  await checkFree(port);
  const url = `http://${ip === "0.0.0.0" ? "127.0.0.1" : ip}:${port}`;
  const token = randomBytes(32).toString("hex");
  const own = { CLASS_FOLDER: folder, CLASS_URL: `http://${ip}:${port}`, CLASS_MEMORY: memory, CLASS_SIGNUP: signup };
  const env = { ...jupyterEnv(), ...own, CLASS_TOKEN: token, CLASS_NODE: process.execPath };
  const cwd = path.join(folder, "hub");
  mkdirSync(cwd, { recursive: true, mode: 0o700 });
  const hub = spawn(hubPython, ["-I", "-m", "jupyterhub", "-f", CONFIG], { cwd, env, ...apartFromTerminal });
  for (const stream of [hub.stdout, hub.stderr]) stream.on("data", (data) => log.write(data));
  const ended = new Promise((resolve) => {
    hub.on("error", () => resolve(1));
    hub.on("exit", (code) => resolve(code ?? 1));
  });
  process.on("exit", () => hub.kill("SIGTERM"));
  await answering(`${url}/hub/health`, ended);
  const stop = async () => {
    hub.kill("SIGTERM");
    await ended;
  };
  return {
    url,
    ended,
    stop,
    async stopAll() {
      await endServers(url, token);
      await stop();
    },
  };
}

/** Ctrl-C reaches every process of a terminal's group: the hub is told by us when to end. */
const apartFromTerminal = { detached: true, stdio: ["ignore", "pipe", "pipe"] };

/** A hub takes its port, and the two after it for itself: all three must be free, or another class would answer. */
async function checkFree(port) {
  for (const own of [port, port + 1, port + 2]) {
    const taken = await new Promise((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(true));
      server.listen(own, "127.0.0.1", () => server.close(() => resolve(false)));
    });
    if (taken)
      throw new Error(`Port ${own} is in use; choose others: npm run class -- --port 9000 takes 9000 to 9002.`);
  }
}

async function answering(address, ended) {
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (const end = Date.now() + PATIENCE; Date.now() < end && !over; await sleep(200)) {
    const ok = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
  }
  throw new Error("JupyterHub did not start: the log says why (another program may have its port)");
}

async function endServers(url, token) {
  const ask = (method, what) =>
    fetch(`${url}/hub/api/${what}`, { method, headers: { Authorization: `token ${token}` } });
  const active = async () => (await ask("GET", "users?state=active")).json();
  const users = await active();
  await Promise.all(users.map(({ name }) => ask("DELETE", `users/${name}/server`)));
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(300)) {
    if ((await active()).length === 0) return;
  }
}
