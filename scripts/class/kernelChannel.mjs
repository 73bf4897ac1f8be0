import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { inRoot } from "../paths.mjs";

/** A connection to a running kernel, through the hub's proxy. */
export class KernelChannel {
  #socket;
  #waiting = new Map();

  /** @param {{ url: string, cookies: string }} options address of the kernel's web socket */
  async open({ url, cookies }) {
    // Only a class has this package; it is found when it is needed.
    const WebSocket = createRequire(inRoot("deploy", "package.json"))("ws");
    this.#socket = new WebSocket(url, { headers: { Cookie: cookies } });
    await new Promise((resolve, reject) => {
      this.#socket.once("open", resolve);
      this.#socket.once("error", reject);
    });
    this.#socket.on("message", (data) => this.#hear(JSON.parse(data)));
    this.#socket.on("close", () => this.#breakOff());
    return this;
  }

  close() {
    this.#socket.close();
  }

  /**
   * Runs a cell.
   *
   * @returns {Promise<object[]>} its outputs, as a notebook keeps them
   */
  execute(code) {
    const id = randomUUID();
    const content = { code, silent: false, store_history: true, allow_stdin: false, stop_on_error: true };
    const header = { msg_id: id, msg_type: "execute_request", session: id, username: "", version: "5.3", date: "" };
    const message = { header, parent_header: {}, metadata: {}, content, channel: "shell", buffers: [] };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, outputs: [] });
      this.#socket.send(JSON.stringify(message));
    });
  }

  #hear({ header, parent_header: parent, content }) {
    const cell = this.#waiting.get(parent?.msg_id);
    if (!cell) return;
    const output = outputOf(header.msg_type, content);
    if (output) cell.outputs.push(output);
    if (header.msg_type === "status" && content.execution_state === "idle") {
      this.#waiting.delete(parent.msg_id);
      cell.resolve(cell.outputs);
    }
  }

  #breakOff() {
    for (const { reject } of this.#waiting.values()) reject(new Error("the connection to the kernel broke off"));
    this.#waiting.clear();
  }
}

function outputOf(type, { name, text, data, metadata, ename, evalue, traceback, execution_count }) {
  if (type === "stream") return { output_type: type, name, text };
  if (type === "display_data") return { output_type: type, data, metadata };
  if (type === "execute_result") return { output_type: type, data, metadata, execution_count };
  if (type === "error") return { output_type: type, ename, evalue, traceback };
  return undefined;
}
