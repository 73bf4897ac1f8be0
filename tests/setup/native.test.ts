import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ensureNative, type NativeOptions } from "../../scripts/native.mjs";

const repository = resolve(__dirname, "../..");
const temporary = mkdtempSync(join(tmpdir(), "cnn-workbook native ä-"));
const servers: Server[] = [];

afterAll(() => rmSync(temporary, { recursive: true, force: true }));
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A repository with nothing in it but the packages that the build needs, as `npm ci` leaves them. */
function newRoot(name: string): string {
  const root = join(temporary, name);
  const from = join(repository, "node_modules");
  for (const part of ["package.json", "binding"]) {
    cpSync(join(from, "@tensorflow/tfjs-node", part), join(packageOf(root), part), { recursive: true });
  }
  symlinkSync(join(from, "node-api-headers"), join(root, "node_modules", "node-api-headers"));
  return root;
}

const packageOf = (root: string) => join(root, "node_modules/@tensorflow/tfjs-node");
const addonOf = (root: string) => join(packageOf(root), "lib/napi-v8/tfjs_binding.node");

/** A PATH with nothing but these programs. */
function pathWith(programs: string[]): string {
  const folder = mkdtempSync(join(temporary, "path-"));
  for (const program of programs) {
    const found = process.env.PATH?.split(delimiter).find((place) => existsSync(join(place, program)));
    if (found) symlinkSync(join(found, program), join(folder, program));
  }
  return folder;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A machine without something: nothing of the tester's own settings, no compiler, no Python, no host that answers. */
function poor(changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const nowhere = "http://127.0.0.1:9/";
  return { PATH: pathWith([]), TFJS_NODE_CDN_STORAGE: nowhere, ...changes };
}

/** An addon that says it is TensorFlow `version`, and does nothing else. */
function fakeAddon(version: string, target: string): void {
  const source = join(temporary, "fake.cc");
  writeFileSync(
    source,
    `#include <node_api.h>
     NAPI_MODULE_INIT() {
       napi_value text;
       napi_create_string_utf8(env, "${version}", NAPI_AUTO_LENGTH, &text);
       napi_set_named_property(env, exports, "TF_Version", text);
       return exports;
     }`,
  );
  const flags = process.platform === "darwin" ? ["-bundle", "-undefined", "dynamic_lookup"] : ["-shared", "-fPIC"];
  const headers = join(repository, "node_modules/node-api-headers/include");
  mkdirSync(resolve(target, ".."), { recursive: true });
  execFileSync("c++", [...flags, "-I", headers, source, "-o", target]);
}

async function told(options: NativeOptions) {
  const lines: string[] = [];
  const result = await ensureNative({ patience: 500, log: (line) => lines.push(line), ...options });
  return { ...result, lines };
}

const leftovers = (root: string) => readdirSync(join(root, "cache/native")).filter((name) => name.startsWith("."));

describe("with a compiler, Python and a package index", () => {
  const root = join(temporary, "größe mit leer");
  let first: Awaited<ReturnType<typeof told>>;
  beforeAll(async () => {
    newRoot("größe mit leer");
    first = await told({ root });
  });

  it("builds the addon against PyPI's TensorFlow, also in a folder with spaces and other letters", () => {
    expect(first).toMatchObject({ kind: "native-new", reasons: [], message: "Native TensorFlow 2.21.0 is ready." });
    expect(first.lines).toHaveLength(2);
    expect(leftovers(root)).toEqual([]);
  });

  it("loads without a word when TensorFlow is told to keep quiet", () => {
    const script = "console.log(require(process.argv[1]).TF_Version)";
    const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: "2" };
    const output = execFileSync("sh", ["-c", '"$0" -e "$1" "$2" 2>&1', process.execPath, script, addonOf(root)], {
      env,
    });
    expect(String(output)).toBe("2.21.0\n");
  });

  it("has nothing to do the second time", async () => {
    expect(await told({ root, env: poor() })).toMatchObject({ kind: "native-new", lines: [] });
    expect(await told({ root, env: poor(), verify: true })).toMatchObject({ kind: "native-new", lines: [] });
  });

  it("only links again after node_modules was made anew", async () => {
    rmSync(join(root, "node_modules"), { recursive: true });
    newRoot("größe mit leer");
    expect(await told({ root, env: poor() })).toMatchObject({ kind: "native-new", lines: [] });
    expect(realpathSync(addonOf(root))).toContain(join("cache", "native"));
  });

  it("still works when the folder has moved", async () => {
    const moved = join(temporary, "moved");
    renameSync(root, moved);
    expect(await told({ root: moved, env: poor(), verify: true })).toMatchObject({ kind: "native-new", lines: [] });
    renameSync(moved, root);
  });

  it("does not trust a build with a file that is cut short", async () => {
    const [build] = readdirSync(join(root, "cache/native")).filter((name) => name.startsWith("tensorflow"));
    truncateSync(join(root, "cache/native", build, "deps/lib", libraries()[0]), 1000);
    expect(await told({ root, env: poor() })).toMatchObject({ kind: "wasm" });
  });

  function libraries() {
    const [build] = readdirSync(join(root, "cache/native")).filter((name) => name.startsWith("tensorflow"));
    return readdirSync(join(root, "cache/native", build, "deps/lib"));
  }
});

describe("without what comes before", () => {
  it.each([
    ["a compiler", ["python3"], /^no C\+\+ compiler was found \(.+\)$/],
    ["Python", ["c++"], /^no Python with pip was found \(.+\)$/],
  ])("lacking %s, takes the ready-made TensorFlow", async (_, programs, reason) => {
    const root = newRoot(`without ${programs}`);
    const host = await serve(readyMade());
    const env = poor({ PATH: pathWith(programs), TFJS_NODE_CDN_STORAGE: host });
    const result = await told({ root, env });
    expect(result).toMatchObject({ kind: "native-stock", reasons: [expect.stringMatching(reason)] });
    expect(result.message).toMatch(/^Native TensorFlow 2\.9\.1 is ready, .*slower than it could; no .*\.$/);
    expect(await told({ root, env })).toMatchObject({ kind: "native-stock", lines: [] });
    expect(leftovers(root)).toEqual([]);
  });

  it("lacking a package index, says so", async () => {
    const root = newRoot("without index");
    const nowhere = "http://127.0.0.1:9/simple";
    const pip = { PIP_CONFIG_FILE: "/dev/null", PIP_INDEX_URL: nowhere, PIP_FIND_LINKS: "", PIP_EXTRA_INDEX_URL: "" };
    const env = poor({ ...pip, HOME: process.env.HOME, PATH: process.env.PATH });
    const result = await told({ root, env });
    expect(result).toMatchObject({ kind: "wasm", reasons: ["the download host did not answer", expect.any(String)] });
  });

  it("lacking everything, settles for WebAssembly and says what it costs", async () => {
    const root = newRoot("without all");
    const result = await told({ root, env: poor() });
    expect(result.kind).toBe("wasm");
    expect(result.message).toMatch(
      /^No native TensorFlow could be had \(no C\+\+ compiler was found .*; .*127\.0\.0\.1:9.*slower\.$/,
    );
    expect(existsSync(addonOf(root))).toBe(false);
    expect(leftovers(root)).toEqual([]);
  });

  it.each<[string, RequestListener, string]>([
    ["never answers", () => {}, "did not answer within 0.5 s"],
    ["has nothing", (_, response) => response.writeHead(404).end(), "answered 404"],
    ["gives something else", (_, response) => response.end("a log-in page"), "unpacking"],
    [
      "breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": 1000 });
        response.write("half");
        setTimeout(() => response.destroy(), 50);
      },
      "broke off",
    ],
    ["stalls", (_, response) => void response.writeHead(200, { "content-length": 1000 }).write("half"), "broke off"],
  ])("a download host that %s does not hold anything up", async (what, listener, reason) => {
    const env = poor({ TFJS_NODE_CDN_STORAGE: await serve(listener) });
    const result = await told({ root: newRoot(`host ${what}`), env });
    expect(result.kind).toBe("wasm");
    expect(result.reasons[1]).toContain(reason);
  });

  it("remembers a failure for a while, but not once something has changed or when told to try again", async () => {
    const root = newRoot("memory");
    const env = poor();
    expect((await told({ root, env })).lines).not.toEqual([]);
    expect(await told({ root, env })).toMatchObject({ kind: "wasm", lines: [] });
    expect((await told({ root, env, retry: true })).lines).not.toEqual([]);
    expect((await told({ root, env: { ...env, TFJS_NODE_CDN_STORAGE: "http://127.0.0.1:10/" } })).lines).not.toEqual(
      [],
    );
  });

  it("keeps an addon that the user installed, if it loads", async () => {
    const root = newRoot("own");
    mkdirSync(join(packageOf(root), "deps/lib"), { recursive: true });
    fakeAddon("2.9.1", addonOf(root));
    expect(await told({ root, env: poor() })).toMatchObject({ kind: "native-stock", lines: [] });
    writeFileSync(addonOf(root), "no addon");
    expect(await told({ root, env: poor() })).toMatchObject({ kind: "wasm" });
  });

  it("lacking a folder that it may write to, settles for WebAssembly too", async () => {
    const root = newRoot("no cache");
    writeFileSync(join(root, "cache"), "a file where the folder should be");
    const result = await told({ root, env: poor({ PATH: process.env.PATH }) });
    expect(result).toMatchObject({ kind: "wasm", lines: [] });
  });

  it("says so when the packages are not installed", async () => {
    const root = join(temporary, "empty");
    expect(await told({ root, env: poor() })).toMatchObject({
      kind: "wasm",
      reasons: ["@tensorflow/tfjs-node is not installed"],
    });
    expect(existsSync(root)).toBe(false);
  });
});

/** A host that has, in the publisher's places, archives laid out as the publisher's are. */
function readyMade(): RequestListener {
  const system = { linux: "linux-x86_64", darwin: "darwin-x86_64" }[process.platform as "linux"];
  const folder = mkdtempSync(join(temporary, "ready-"));
  fakeAddon("2.9.1", join(folder, "addon/napi-v8/tfjs_binding.node"));
  mkdirSync(join(folder, "tensorflow/lib"), { recursive: true });
  writeFileSync(join(folder, "tensorflow/lib/libtensorflow.so.2.9.1"), "a library");
  const pack = (name: string) => execFileSync("tar", ["-cz", "-C", join(folder, name), "."]);
  const files: Record<string, Buffer> = {
    [`/tf-builds/pre-built-binary/napi-v8/4.22.0/CPU-${process.platform}-4.22.0.tar.gz`]: pack("addon"),
    [`/tensorflow/libtensorflow/libtensorflow-cpu-${system}-2.9.1.tar.gz`]: pack("tensorflow"),
  };
  return (request, response) => {
    const file = files[request.url ?? ""];
    response.writeHead(file ? 200 : 404).end(file);
  };
}
