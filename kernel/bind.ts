import { setTimeout as pause } from "node:timers/promises";

const tries = 10;
const pauseMs = 100;

/** Opens a socket at an address. Another program may hold the port for a moment, when it looks for a free one. */
export async function bind(socket: { bind(address: string): Promise<void> }, address: string): Promise<void> {
  for (let i = 1; ; i++) {
    try {
      return await socket.bind(address);
    } catch (error) {
      if (i === tries || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      await pause(pauseMs);
    }
  }
}
