import { createRequire } from "node:module";
import { handOver } from "./answers.mjs";
import { openChannel } from "./channel.mjs";

/*
 * The student's side, inside the sandbox: the course's own kernel, with a pipe in the place of Jupyter's sockets. The grader
 * sends cells one at a time. A check judges nothing here: it hands the answer over to the grader, which asks it from outside.
 */

const course = createRequire(import.meta.url);
const { Exercise } = course("../../../lib/dist/lib/exercises/index.js");
const { startKernel } = course("../../../kernel/dist/kernel.js");

const grader = openChannel({ from: 3, to: 4 });
Exercise.prototype.check = function (answer) {
  handOver(grader, this.id, answer);
};

let request;
let error;
startKernel({
  listen: (handle) => setImmediate(next, handle),
  publish(_, type, content) {
    if (type === "error") error ??= { name: content.ename, message: content.evalue };
  },
  close: async () => {},
});

/** Waits for a cell, and runs it. Timers of earlier cells get their turn while it runs, not while the grader thinks. */
function next(handle) {
  request = grader.read();
  if (request === undefined) process.exit();
  if (typeof request.cell !== "string") return setImmediate(next, handle);
  error = undefined;
  const content = { code: request.cell, stop_on_error: false };
  handle({ identity: [], header: { msg_type: "execute_request" }, parent: {}, content }, () => {
    grader.write({ ran: request.number, error });
    setImmediate(next, handle);
  });
}
