import { setTimeout as sleep } from "node:timers/promises";
import { BrowserSession } from "./browserSession.mjs";
import { KernelChannel } from "./kernelChannel.mjs";

const PATIENCE = 300_000;

/** A student at the hub, as a browser would be: signs up, logs in, opens lessons, runs cells, saves. */
export class Student {
  constructor(origin, name, password) {
    this.name = name;
    this.password = password;
    this.session = new BrowserSession(origin);
    this.base = `/user/${name}/`;
  }

  async signUp() {
    await this.session.get("/hub/signup");
    const fields = { username: this.name, signup_password: this.password, signup_password_confirmation: this.password };
    return (await this.session.post("/hub/signup", fields)).text;
  }

  /** @returns {Promise<boolean>} whether the hub let the student in */
  async logIn() {
    await this.session.get("/hub/login");
    const answer = await this.session.post("/hub/login", { username: this.name, password: this.password });
    return answer.status === 302;
  }

  /** Starts the student's server, and waits until it shows JupyterLab. */
  async openServer() {
    const { status } = await this.session.get("/hub/spawn");
    if (status >= 400) throw new Error(`the hub does not start the server of ${this.name}: ${status}`);
    const page = `${this.base}lab`;
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(300)) {
      const answer = await this.session.get(page);
      if (answer.status === 200 && answer.path.startsWith(page)) return;
    }
    throw new Error(`the server of ${this.name} did not start`);
  }

  /** Ends the student's server, as its button does. */
  async closeServer() {
    const server = `/hub/api/users/${this.name}/server`;
    await this.session.get("/hub/home");
    await this.session.call("DELETE", server);
    const running = async () => (await this.session.call("GET", `/hub/api/users/${this.name}`)).server !== null;
    while (await running()) await sleep(300);
  }

  async read(file) {
    return (await this.#call("GET", `contents/${encodeURIComponent(file)}`)).content;
  }

  async save(file, content) {
    await this.#call("PUT", `contents/${encodeURIComponent(file)}`, { type: "notebook", format: "json", content });
  }

  /** Starts a kernel for a notebook, as opening it does. @returns {Promise<string>} its id */
  async startKernel(file) {
    const order = { path: file, name: file, type: "notebook", kernel: { name: "tslab" } };
    return (await this.#call("POST", "sessions", order)).kernel.id;
  }

  /** Connects to a kernel. */
  connect(kernel) {
    const path = `${this.base}api/kernels/${kernel}/channels`;
    const url = `${this.session.origin.replace(/^http/, "ws")}${path}?_xsrf=${this.session.cookie(path, "_xsrf")}`;
    return new KernelChannel().open({ url, cookies: this.session.cookieHeader(path) });
  }

  #call(method, what, body) {
    return this.session.call(method, `${this.base}api/${what}`, body);
  }
}
