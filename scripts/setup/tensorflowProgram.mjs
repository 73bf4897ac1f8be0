/** Prepares native TensorFlow, started by tensorflow.mjs as the leader of a process group. */
import { ensureNative } from "../native.mjs";

// The command that started this one is gone: so are this process and all it started.
process.on("disconnect", () => process.kill(-process.pid, "SIGTERM"));

const { message } = await ensureNative({ log: (sentence) => process.send({ sentence }) });
process.send({ message }, () => process.exit(0));
