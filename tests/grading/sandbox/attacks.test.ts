import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { run } from "cnn-workbook/exercises";
import { q2, q5 } from "cnn-workbook/lessons/01-convolution-1d";
import { beforeAll, describe, expect, it } from "vitest";
import { inRoot } from "../../../scripts/paths.mjs";
import { type Graded, gradeCells } from "./grading.js";

const lesson = "01-convolution-1d";
const imports = `import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/${lesson}";
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const processes = require("node:child_process");
const wrong = (...given: any[]): any => [1, 2, 3];`;

const honest = `function outputAt(signal: number[], kernel: number[], start: number): number {
  return kernel.reduce((sum, weight, k) => sum + weight * signal[start + k], 0);
}
q1.check(outputAt);`;

/** A function that says in its error what code in the sandbox found. */
const tell = (facts: string) => `{ const facts: any = {}; ${facts}
q2.check((() => { throw new Error(JSON.stringify(facts)); }) as any); }`;
const told = ({ checks }: Graded) =>
  Object.assign({}, ...checks.filter(({ id }) => id === "01.2").map(({ message }) => factsIn(message)));
const factsIn = (message: string) => JSON.parse(/\{.*\}/.exec(message)?.[0] ?? "{}");
const attempt = (name: string, code: string) =>
  `try { facts.${name} = String(((): any => ${code})() ?? "done"); } catch (error: any) { facts.${name} = error.code ?? error.message; }`;

describe("from inside the sandbox", () => {
  let graded: Graded;
  let server: Server;
  let visitors = 0;

  beforeAll(async () => {
    server = createServer(() => visitors++).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const cells = [
      imports,
      tell(
        [
          attempt("passwords", 'fs.readFileSync("/etc/passwd")'),
          attempt("home", 'fs.readdirSync("/home")'),
          attempt("course", `fs.readdirSync(${JSON.stringify(inRoot())})`),
          attempt("grader", 'fs.readdirSync("/course/scripts/grade")'),
          attempt("answers", 'fs.readdirSync("/course/lessons")'),
          attempt("write", 'fs.writeFileSync("/course/lib/mine.js", "1")'),
          attempt("remove", 'fs.rmSync("/course/lib/dist", { recursive: true })'),
          attempt("root", 'fs.writeFileSync("/mine", "1")'),
          attempt("device", 'fs.writeFileSync("/dev/mine", "1")'),
          attempt("own", 'fs.writeFileSync("/work/mine", "1")'),
        ].join("\n"),
      ),
      tell(
        [
          attempt("fill", 'fs.writeFileSync("/work/large", Buffer.alloc(70_000_000))'),
          attempt("environment", 'Object.keys(process.env).sort().join(" ")'),
          attempt("addresses", "Object.keys(os.networkInterfaces()).length"),
          attempt("processes", 'fs.readdirSync("/proc").filter((name) => /^\\d+$/.test(name)).length < 10'),
          attempt("user", "process.getuid!()"),
          attempt("become", "process.setuid!(0)"),
          attempt("solution", "(q2 as any).definition.solution"),
        ].join("\n"),
      ),
      `const connected = await new Promise((resolve) => {
  net.connect(${port}, "127.0.0.1").on("connect", () => resolve("yes")).on("error", (error: any) => resolve(error.code));
});
${tell("facts.connected = connected;")}`,
      `fs.writeFileSync("/work/.progress.json", JSON.stringify({ version: 1, predictions: {}, exercises:
  Object.fromEntries([1, 2, 3, 4, 5].map((n) => ["01." + n, { attempts: 1, passed: "2026-01-01" }])) }));
wrong("check");`,
      `for (let i = 0; i < 2000; i++) console.log("x".repeat(10_000)); // check`,
      honest,
    ];
    graded = await gradeCells({ lesson, cells });
    server.close();
  });

  it("nothing of the machine can be read", () => {
    expect(told(graded)).toMatchObject({
      passwords: "ENOENT",
      home: "ENOENT",
      course: "ENOENT",
      grader: "inside",
      answers: "ENOENT",
      processes: "true",
      environment: "CNN_WORKBOOK_PROGRESS HOME LANG PATH PWD TF_CPP_MIN_LOG_LEVEL TMPDIR",
    });
  });

  it("nothing can be written but a little, in a folder of its own", () => {
    const { write, remove, root, device, own, fill } = told(graded);
    expect({ write, remove, root, device, own }).toEqual({
      write: "EROFS",
      remove: "EROFS",
      root: "EROFS",
      device: "EROFS",
      own: "done",
    });
    expect(["EFBIG", "ENOSPC"]).toContain(fill);
  });

  it("there is no network, and no other user to become", () => {
    const { connected, user, become } = told(graded);
    expect(connected).not.toBe("yes");
    expect(visitors).toBe(0);
    expect(user).toBe("1000");
    expect(become).not.toBe("done");
  });

  it("there are no solutions", () => expect(told(graded).solution).toBe("() => undefined"));

  it("a forged progress file and a flood of output change nothing", () => {
    const { results, runs } = graded;
    expect(runs).toBe(1);
    expect(results["01.1"].status).toBe("passed");
    expect(["01.3", "01.4", "01.5"].map((id) => results[id].status)).toEqual(["missing", "missing", "missing"]);
  });
});

/** A function that knows the right result of every call that a check in a notebook makes. */
function recorded(): string {
  const table: Record<string, unknown> = {};
  run(q2, (signal, kernel) => {
    const result = q2.definition.solution(signal, kernel);
    table[JSON.stringify([signal, kernel])] = result;
    return result;
  });
  return `const table: any = ${JSON.stringify(table)};
q2.check(((...given: any[]) => table[JSON.stringify(given)] ?? []) as any);`;
}

const forge = (message: string) => `fs.writeSync(4, ${JSON.stringify(`${message}\n`)}); // check`;

/** Wrong answers to 01.3 by other ways, each in a sandbox of its own; none of them may count. */
const tricks: [name: string, cell: string][] = [
  ["says that it passed", forge('{"check":"01.3","status":"passed","verdict":"passed"}')],
  ["says that a cell ended", `${forge('{"ran":1}{"ran":2}')} q3.check(wrong);`],
  ["sends what is no message", forge("passed")],
  [
    "sends half a message without end",
    `fs.writeSync(4, '{"check":'.repeat(1e4)); for (;;) fs.writeSync(4, " "); // check`,
  ],
  ["answers with the course's own function", "q3.check((q3 as any).definition.solution);"],
  ["gives back something that is equal to everything", "q3.check((() => new Proxy([], { get: () => 0 })) as any);"],
  ["gives back a list without end", "q3.check((() => new Array(4e9)) as any);"],
  ["gives back what holds itself", "q3.check((() => { const a: any = []; a.push(a); return a; }) as any);"],
  ["gives back more than there is room for", "q3.check((() => new Array(1.9e6).fill('x'.repeat(1e5))) as any);"],
  ["loops in a getter", "q3.check((() => [{ get x(): any { for (;;); } }]) as any);"],
  ["gives a promise that never ends", "q3.check((() => new Promise(() => {})) as any);"],
  ["loops and catches everything", "q3.check((() => { for (;;) { try { for (;;); } catch {} } }) as any);"],
  ["throws something odd", "q3.check((() => { throw { get message() { throw 1; } }; }) as any);"],
  ["calls itself without end", "q3.check(function again(): any { return [again()]; } as any);"],
  ["says nothing more", "q3.check((() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)) as any);"],
  [
    "puts its own function in the place of check",
    "Object.getPrototypeOf(q3).check = () => true; (q3 as any).definition.check = () => {}; q3.check(wrong);",
  ],
  [
    "changes what arrays and JSON do",
    `const text = JSON.stringify; Array.prototype.map = function () { return [] as any; };
JSON.stringify = ((value: any) => text({ called: 1, returned: [], ...value, status: "passed" })) as any;
Object.is = () => true; Math.abs = () => 0; q3.check(wrong);`,
  ],
];

describe("an answer", () => {
  let graded: Graded;
  beforeAll(async () => {
    const cells = [imports, honest, recorded(), ...tricks.map(([, cell]) => `{ ${cell} }`)];
    graded = await gradeCells({ lesson, cells, cellTime: 10_000 });
  });

  it("passes by none of the tricks, and the honest one beside them passes", () => {
    expect(graded.results["01.1"].status).toBe("passed");
    const passed = graded.checks.filter(({ id, status }) => id !== "01.1" && status === "passed");
    expect(passed).toEqual([]);
    expect(graded.results["01.3"].status).not.toBe("passed");
  });

  it("that was recorded passes in a notebook, and not here", () => {
    expect(graded.results["01.2"].status).toBe("wrong");
  });
});

/** Cells that end or block their kernel; the honest cell that follows gets another. */
const deadly: [name: string, cell: string][] = [
  ["loops without end", "for (let i = 0; i >= 0; ) { } // check"],
  ["waits without end", "await new Promise(() => {}); // check"],
  ["ends its process", "process.exit(0); // check"],
  ["kills everything", `try { process.kill(-1, "SIGKILL"); } catch {} process.kill(process.pid, "SIGKILL"); // check`],
  ["fills the heap", "const heap: any[] = []; for (;;) heap.push(new Array(1000).fill({})); // check"],
  ["fills memory beside the heap", "const held: any[] = []; for (;;) held.push(Buffer.alloc(1e8, 1)); // check"],
  [
    "starts processes that start processes",
    `const bomb = "for (let i = 0; i < 20; i++) require('child_process').spawn('/bin/node', ['-e', process.argv[1], process.argv[1]]); setInterval(() => {}, 1)";
for (let i = 0; i < 20; i++) processes.spawn("/bin/node", ["-e", bomb, bomb]);
await new Promise((resolve) => setTimeout(resolve, 1e9)); // check`,
  ],
  ["closes the pipes", "fs.closeSync(3); fs.closeSync(4); for (let i = 0; i >= 0; ) { } // check"],
  ["prints without end", `for (let i = 0; i >= 0; ) console.log("x".repeat(1000)); // check`],
];

describe("a cell that is deadly", () => {
  it.each(deadly)("%s: the next one is graded all the same", async (_, cell) => {
    const { results, runs } = await gradeCells({ lesson, cells: [imports, cell, honest], cellTime: 6000 });
    expect(results["01.1"].status).toBe("passed");
    expect(runs).toBe(2);
  });

  it("is named as the reason where it holds the check", async () => {
    const cells = [imports, `for (let i = 0; i >= 0; ) { }\nq3.check(wrong);`];
    const { results } = await gradeCells({ lesson, cells, cellTime: 3000 });
    expect(results["01.3"]).toMatchObject({ status: "error", message: "Its cell did not finish in time." });
  });
});

it("a constant answer is one where the exercise asks for one", async () => {
  const kernel = JSON.stringify(q5.definition.solution());
  const { results } = await gradeCells({ lesson, cells: [imports, `q5.check(() => ${kernel});`] });
  expect(results["01.5"].status).toBe("passed");
});
