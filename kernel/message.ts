import { createHmac, randomUUID } from "node:crypto";

/** The part of a message that says what it is and who sent it. */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A message as Jupyter's wire protocol carries it; `identity` is the address that a reply goes back to. */
export interface Message {
  identity: Buffer[];
  header: Header;
  parent: Partial<Header>;
  content: Record<string, unknown>;
}

const delimiter = "<IDS|MSG>";
const protocolVersion = "5.3";

function signature(key: string, parts: (string | Buffer)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/**
 * Reads the frames of one message.
 *
 * @throws {Error} the frames hold no delimiter, or were signed with another key
 */
export function parseMessage(frames: Buffer[], key: string): Message {
  const at = frames.findIndex((frame) => frame.toString() === delimiter);
  if (at < 0) throw new Error("a message without delimiter");
  const parts = frames.slice(at + 2);
  if (key && signature(key, parts) !== frames[at + 1].toString()) throw new Error("a message with a wrong signature");
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()));
  return { identity: frames.slice(0, at), header, parent, content };
}

/** A message that answers `request`, or belongs to it. */
export function answerTo(request: Message, type: string, content: object): Message {
  const header = {
    ...request.header,
    msg_id: randomUUID(),
    msg_type: type,
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  return { identity: request.identity, header, parent: request.header, content: content as Record<string, unknown> };
}

/** The frames of a message, signed. */
export function frameMessage(message: Message, key: string): (string | Buffer)[] {
  const parts = [message.header, message.parent, {}, message.content].map((part) => JSON.stringify(part));
  return [...message.identity, delimiter, key ? signature(key, parts) : "", ...parts];
}
