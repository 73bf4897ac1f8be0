import { createWriteStream } from "node:fs";
import { get as httpGet } from "node:http";
import { get as httpsGet } from "node:https";
import { createRequire } from "node:module";
import { pipeline } from "node:stream/promises";

/**
 * Downloads a file, following redirects. A host that says nothing for `patience` milliseconds counts as not there.
 *
 * @param {string} url
 * @param {string} path where to write; what stands there after an error is of no use
 * @throws {Error} one line: no answer, a status other than 200, or an end before all has come
 */
export async function download(url, path, { patience = 15_000, env = process.env, redirects = 5 } = {}) {
  const response = await open(url, patience, env);
  const { statusCode, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location && redirects > 0) {
    response.resume();
    return download(new URL(headers.location, url).href, path, { patience, env, redirects: redirects - 1 });
  }
  if (statusCode !== 200) {
    response.resume();
    throw new Error(`${new URL(url).host} answered ${statusCode} for ${url}`);
  }
  try {
    await pipeline(response, createWriteStream(path));
  } catch {
    throw new Error(`${new URL(url).host} broke off in the middle of ${url}`);
  }
}

function open(url, patience, env) {
  const { protocol, host } = new URL(url);
  const get = protocol === "https:" ? httpsGet : httpGet;
  return new Promise((resolve, reject) => {
    const silent = () => request.destroy(new Error(`${host} did not answer within ${patience / 1000} s`));
    // A socket's own time-out does not cover looking up the name and connecting: one timer for the first answer.
    const timer = setTimeout(silent, patience);
    const request = get(url, { agent: proxyAgent(env) }, (response) => {
      clearTimeout(timer);
      resolve(response);
    });
    request.setTimeout(patience, silent);
    request.on("error", (error) => {
      clearTimeout(timer);
      reject(new Error(error.message || `${host} can't be reached`));
    });
  });
}

/** The agent that tfjs-node itself goes through a proxy with, in the version that it asks for. */
function proxyAgent(env) {
  const proxy = env.HTTPS_PROXY || env.https_proxy || env.HTTP_PROXY || env.http_proxy;
  if (!proxy) return undefined;
  const tfjsNode = createRequire(import.meta.url).resolve("@tensorflow/tfjs-node/package.json");
  const HttpsProxyAgent = createRequire(tfjsNode)("https-proxy-agent");
  return new HttpsProxyAgent(proxy);
}
