import { request } from "node:http";
import { text } from "node:stream/consumers";

const MOST_REDIRECTS = 10;

/** What a browser does for JupyterHub: keeps cookies by path, follows redirects, sends the token that forms must carry. */
export class BrowserSession {
  #cookies = new Map();

  /** @param {string} origin such as `http://127.0.0.1:8000` */
  constructor(origin) {
    this.origin = origin;
  }

  /** Opens a page, through all its redirects. `path` of the answer is where they led. */
  async get(path) {
    let target = path;
    for (let hop = 0; hop < MOST_REDIRECTS; hop++) {
      const answer = await this.#ask(target, {});
      if (answer.status < 300 || answer.status >= 400) return { ...answer, path: target };
      target = new URL(answer.headers.location, `${this.origin}${target}`).href.slice(this.origin.length);
    }
    throw new Error(`${path} redirects without end`);
  }

  /** Sends a form. */
  async post(path, fields) {
    const form = new URLSearchParams({ ...fields, _xsrf: this.cookie(path, "_xsrf") });
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    return this.#ask(path, { method: "POST", headers, body: form.toString() });
  }

  /** Calls a student's server or the hub; bodies are JSON. */
  async call(method, path, body) {
    const headers = { "X-XSRFToken": this.cookie(path, "_xsrf"), "Content-Type": "application/json" };
    const answer = await this.#ask(path, { method, headers, body: body && JSON.stringify(body) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer.text === "" ? undefined : JSON.parse(answer.text);
  }

  /** The value of a cookie, that of the longest path which fits. */
  cookie(path, name) {
    return this.#fitting(path).find((cookie) => cookie.name === name)?.value ?? "";
  }

  /** The header for a request, such as that of a web socket. */
  cookieHeader(path) {
    return this.#fitting(path)
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
  }

  #fitting(path) {
    return [...this.#cookies.values()]
      .filter((cookie) => path.startsWith(cookie.path))
      .sort((a, b) => b.path.length - a.path.length);
  }

  /** `fetch` would call itself no navigation, and JupyterHub then gives no token for forms. */
  async #ask(path, { method = "GET", headers = {}, body }) {
    const all = { ...headers, Cookie: this.cookieHeader(path) };
    const answer = await new Promise((resolve, reject) => {
      request(`${this.origin}${path}`, { method, headers: all, agent: false }, resolve).on("error", reject).end(body);
    });
    for (const cookie of answer.headers["set-cookie"] ?? []) this.#keep(cookie);
    return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
  }

  #keep(cookie) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
    const path = /;\s*path=([^;]+)/i.exec(cookie)?.[1] ?? "/";
    const key = `${path} ${name}`;
    if (value === "" || /max-age=0/i.test(cookie)) this.#cookies.delete(key);
    else this.#cookies.set(key, { name, value, path });
  }
}
