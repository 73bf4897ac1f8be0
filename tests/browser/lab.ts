import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { jupyterEnv, venvPython } from "../../scripts/jupyterEnv.mjs";
import { inRoot } from "../../scripts/paths.mjs";
import type { Notebook } from "./notebook.js";

const PATIENCE = 60_000;

/** A running JupyterLab with nothing of this machine's user in it. */
export interface Lab {
  /** Address of a notebook, opened by itself, with the token. */
  address(notebook: string): string;
  /** The folder of the notebooks. */
  folder: string;
  /** Writes a notebook there. */
  write(name: string, notebook: Notebook): void;
  read(name: string): Notebook;
  close(): Promise<void>;
}

/** Starts JupyterLab, as `npm start` does, on an empty folder and under a base URL. */
export async function startLab(): Promise<Lab> {
  const base = mkdtempSync(path.join(tmpdir(), "cnn-workbook-lab-"));
  const folder = path.join(base, "notebooks");
  mkdirSync(folder);
  // As in the repository, where the student's notebooks lie in a folder beside the pictures.
  symlinkSync(inRoot("data"), path.join(base, "data"));
  const args = [
    ...["-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser"],
    ...["--ServerApp.port=0", "--ServerApp.base_url=/class/", `--ServerApp.root_dir=${folder}`],
  ];
  const server = spawn(venvPython, args, { cwd: folder, env: ownFolders(base), stdio: ["ignore", "ignore", "pipe"] });
  process.once("exit", () => server.kill("SIGTERM"));
  let said = "";
  server.stderr.on("data", (data) => {
    said += data;
  });
  const { url, token } = await listening(path.join(base, "runtime"), () => said);
  return {
    folder,
    address: (notebook) => `${url}lab/tree/${encodeURIComponent(notebook)}?token=${token}&reset`,
    write: (name, notebook) => writeFileSync(path.join(folder, name), JSON.stringify(notebook)),
    read: (name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")),
    async close() {
      const ended = new Promise((resolve) => server.once("close", resolve));
      server.kill("SIGTERM");
      await Promise.race([ended, sleep(15_000)]);
      server.kill("SIGKILL");
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Settings, signatures of trusted notebooks and running servers are kept apart from the user's. */
function ownFolders(base: string): NodeJS.ProcessEnv {
  return {
    ...jupyterEnv(),
    JUPYTER_CONFIG_DIR: path.join(base, "config"),
    JUPYTER_DATA_DIR: path.join(base, "jupyter"),
    JUPYTER_RUNTIME_DIR: path.join(base, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: path.join(base, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: path.join(base, "workspaces"),
  };
}

async function listening(folder: string, said: () => string): Promise<{ url: string; token: string }> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const file = names(folder).find((name) => /^jpserver-.*\.json$/.test(name));
    if (!file) continue;
    const written = readFileSync(path.join(folder, file), "utf8");
    // The file is there a moment before its content.
    if (!written.endsWith("}")) continue;
    const server = JSON.parse(written);
    if (
      await fetch(`${server.url}api/status?token=${server.token}`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return server;
  }
  throw new Error(`JupyterLab did not start:\n${said()}`);
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
