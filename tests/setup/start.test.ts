import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "./freePort.js";
import { freshCopy } from "./freshCopy.js";

let copy: ReturnType<typeof freshCopy>;
let running: Lab | undefined;

beforeAll(() => {
  copy = freshCopy(["node_modules", ".venv", "cache/native"]);
});
afterAll(async () => {
  await running?.end();
  copy.remove();
});

describe("npm start in a fresh clone, its path with a space and letters beyond ASCII", () => {
  it("prepares, opens JupyterLab on the given port and under the given base URL, and finds the TypeScript kernel", async () => {
    const port = await freePort();
    running = openLab(["--no-browser", "--port", String(port), "--ServerApp.base_url=/class/"]);
    const address = await running.address();
    expect(address.port).toBe(String(port));
    expect(address.pathname.startsWith("/class/lab")).toBe(true);
    expect(running.text()).toMatch(/✓ TypeScript build .* built/);
    expect(running.text()).toMatch(/✓ JupyterLab .* already there/);
    expect((await fetch(address)).status).toBe(200);
    const specs = await ask(address, "api/kernelspecs");
    expect(specs.default).toBe("tslab");
    expect(specs.kernelspecs.tslab.spec.display_name).toBe("TypeScript");
    const page = await (await fetch(address)).text();
    expect(page).toMatch(/"news": \{"disabled": true\}/);
    expect(page).toMatch(/"buildCheck": false/);
  });

  it("shows the folder of the student's copies, and asks for its token", async () => {
    const address = await running!.address();
    const { content } = await ask(address, "api/contents/");
    expect(content.map(({ name }: { name: string }) => name)).not.toContain("package.json");
    const { status } = await fetch(new URL("/class/api/contents/", address));
    expect(status).toBe(403);
  });

  it("ends on Ctrl-C with its kernels, and leaves no process", async () => {
    const address = await running!.address();
    await ask(address, "api/kernels", { method: "POST", body: '{"name": "tslab"}' });
    await until(() => processes().some((line) => line.includes("kernel/dist")));
    expect(await running!.end()).toBe(0);
    await until(() => processes().length === 0);
    expect(processes()).toEqual([]);
  });

  it("ends when npm is told to end", async () => {
    const npm = spawn("npm", ["start", "--", "--no-browser"], {
      cwd: copy.folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let text = "";
    npm.stdout.on("data", (data) => (text += data));
    await until(() => text.includes("JupyterLab is at"));
    npm.kill("SIGTERM");
    await until(() => processes().length === 0);
    expect(processes()).toEqual([]);
  });

  it("is quick the second time, and the kernel answers there", () => {
    const { text } = copy.command("doctor.mjs");
    expect(text).toMatch(/✓ Kernel +share\/jupyter\/kernels\/tslab, first answer after/);
    expect(copy.command("setup.mjs").text.match(/already there/g)).toHaveLength(3);
    expect(existsSync(path.join(copy.folder, "cache", "setup.lock"))).toBe(false);
  });

  it("says why JupyterLab does not start", async () => {
    const refused = openLab(["--no-browser", "--port", "none"]);
    expect(await refused.ended).not.toBe(0);
    expect(refused.text()).toMatch(/JupyterLab ended with code/);
    expect(refused.text()).not.toContain("Traceback");
  });
});

type Lab = ReturnType<typeof openLab>;

function openLab(args: string[]) {
  const child: ChildProcess = copy.start("start.mjs", args);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (text += data));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const find = () => /JupyterLab is at (\S+)/.exec(text)?.[1];
  return {
    text: () => text,
    ended,
    async address() {
      await until(() => find() !== undefined || child.exitCode !== null);
      return new URL(find() ?? `error:${text}`);
    },
    end() {
      child.kill("SIGINT");
      return ended;
    },
  };
}

async function ask(address: URL, what: string, options: RequestInit = {}) {
  const headers = { Authorization: `token ${address.searchParams.get("token")}` };
  const answer = await fetch(new URL(`/class/${what}`, address), { ...options, headers });
  return answer.json();
}

async function until(holds: () => boolean) {
  const end = Date.now() + 120_000;
  while (!holds() && Date.now() < end) await sleep(100);
}

/** Command lines of the processes that run something in the copy. */
function processes() {
  const all = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n");
  return all.filter((line) => line.includes(copy.folder));
}
