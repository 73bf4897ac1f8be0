import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** One message that the kernel published. */
export interface Published {
  type: string;
  content: Record<string, unknown>;
}

/** What came of one cell. */
export interface Outcome {
  published: Published[];
  reply: Record<string, unknown> | null;
}

/** The Python of the project's environment, which has jupyter_client; CNN_WORKBOOK_PYTHON names another. */
export function findPython(): string {
  const python = process.env.CNN_WORKBOOK_PYTHON ?? `${root}.venv/bin/python`;
  if (!existsSync(python)) throw new Error(`no Python at ${python}: run npm run setup, or set CNN_WORKBOOK_PYTHON`);
  if (!existsSync(`${root}kernel/dist/main.js`)) throw new Error("the kernel is not built: run npm run build");
  return python;
}

/** A running kernel, reached through Jupyter's own client. */
export class Kernel {
  pid = 0;

  private constructor(
    readonly client: ChildProcess,
    private readonly answers: Interface,
  ) {}

  static async start({ cwd = root, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Kernel> {
    const script = fileURLToPath(new URL("client.py", import.meta.url));
    const client = spawn(findPython(), [script], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, JUPYTER_PATH: `${root}share/jupyter`, ...env },
    });
    const kernel = new Kernel(client, createInterface(client.stdout!));
    ({ pid: kernel.pid } = (await kernel.tell({ do: "start", cwd })) as { pid: number });
    return kernel;
  }

  /** Runs a cell to its end. */
  async run(code: string, seconds = 60): Promise<Outcome> {
    return this.collect(await this.send(code), seconds);
  }

  /** Sends a cell and does not wait; `collect` takes the id. */
  async send(code: string, { stopOnError = true } = {}): Promise<string> {
    return ((await this.tell({ do: "send", code, stop_on_error: stopOnError })) as { id: string }).id;
  }

  async collect(id: string, seconds = 60): Promise<Outcome> {
    return (await this.tell({ do: "collect", id, seconds })) as unknown as Outcome;
  }

  /** Waits, and returns everything that was published for a cell until then. */
  async listen(id: string, seconds: number): Promise<Published[]> {
    return ((await this.tell({ do: "listen", id, seconds })) as unknown as Outcome).published;
  }

  /** Sends a request of another type and returns the reply. */
  async ask(type: string, content: object = {}): Promise<Record<string, unknown>> {
    return this.tell({ do: "ask", type, content });
  }

  async interrupt(): Promise<void> {
    await this.tell({ do: "interrupt" });
  }

  async restart(): Promise<void> {
    ({ pid: this.pid } = (await this.tell({ do: "restart" })) as { pid: number });
  }

  /** Shuts the kernel down as Jupyter does, and ends the client. */
  async shutdown(): Promise<void> {
    await this.tell({ do: "shutdown" });
    this.client.stdin!.end();
  }

  private async tell(request: object): Promise<Record<string, unknown>> {
    const answer = once(this.answers, "line");
    this.client.stdin!.write(`${JSON.stringify(request)}\n`);
    const content = JSON.parse((await answer)[0]);
    if (content.failed) throw new Error(content.failed);
    return content;
  }
}

/** The text that a cell printed on one stream. */
export function printed({ published }: { published: Published[] }, name = "stdout"): string {
  const texts = published.filter(({ type, content }) => type === "stream" && content.name === name);
  return texts.map(({ content }) => content.text).join("");
}

/** The errors that a cell reported: name, message and the lines of the traceback. */
export function errors({
  published,
}: {
  published: Published[];
}): { name: string; message: string; lines: string[] }[] {
  return published
    .filter(({ type }) => type === "error")
    .map(({ content }) => ({
      name: content.ename as string,
      message: content.evalue as string,
      lines: content.traceback as string[],
    }));
}

/** Whether a process of that number exists and has not ended. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Waits until something holds; fails after ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`still not so after ten seconds: ${what}`);
}
