import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpeg": "image/jpeg",
};

/**
 * Serves a folder under a base path, as a school's server would, on this machine only.
 *
 * @param {string} folder
 * @returns {Promise<{ address: string, close(): void }>} `address` ends in a slash
 */
export async function serve(folder) {
  const base = "/some/course/";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)).slice(base.length) || "index.html");
    try {
      if (!pathname.startsWith(base)) throw new Error("outside the base path");
      const content = readFileSync(file);
      response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "text/plain" }).end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
