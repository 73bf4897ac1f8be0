import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkApart, makeTeacher, prepareHub, type Student, signUpAll, startHub } from "../../scripts/class/index.mjs";
import { freePort } from "../setup/freePort.js";

/** Why students cannot be kept apart here, or undefined. Installs the hub if it is missing. */
export async function obstacle(): Promise<string | undefined> {
  let failed: unknown;
  const run = (_: string, work: () => Promise<unknown>) =>
    work().then(
      () => ({ ok: true }),
      (error: unknown) => {
        failed = error;
        return { ok: false };
      },
    );
  if (!(await prepareHub({ log: silent, steps: { run } }))) throw failed;
  try {
    checkApart({ memory: "2G", trust: false });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A class with students who have logged in, on a free port, in a folder of its own. */
export async function openClass(count: number) {
  const folder = mkdtempSync(path.join(tmpdir(), "class-"));
  const password = makeTeacher(folder);
  const options = { folder, ip: "127.0.0.1", port: await freePort(), memory: "2G", signup: "open" as const };
  let hub = await startHub(options, silent);
  return {
    folder,
    url: hub.url,
    port: options.port,
    password,
    students: await signUpAll(hub.url, count),
    home: ({ name }: Student) => path.join(folder, "students", name),
    async restart() {
      await hub.stop();
      hub = await startHub(options, silent);
    },
    async close() {
      await hub.stopAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const silent = { write() {} };
