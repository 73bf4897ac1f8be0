import { Channels } from "./channels.js";

/**
 * Opens the sockets, then loads the kernel. TypeScript takes a second or more to load, and until the sockets are open
 * another program may take the ports that Jupyter chose.
 */
async function main(connectionFile: string): Promise<void> {
  const channels = new Channels(connectionFile);
  await channels.open();
  const { startKernel } = require("./kernel.js") as typeof import("./kernel.js");
  startKernel(channels);
}

main(process.argv[2]).catch((error) => {
  console.error("The kernel could not start.", error);
  process.exit(1);
});
