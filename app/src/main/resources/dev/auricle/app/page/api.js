// Talks to the server. Errors carry the words of its problem documents.

import { askForToken, token } from "./token.js";

export class Problem extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

/** Sends a request; asks for the token where the server wants one, waits where it is busy. */
async function send(path, options = {}, tries = 0) {
  const headers = { ...options.headers };
  if (token()) headers.Authorization = `Bearer ${token()}`;
  let response;
  try {
    response = await fetch(path, { ...options, headers });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, "The server does not answer. Is it still running?");
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status === 401 && await askForToken()) return send(path, options, tries);
  if (response.status === 429 && tries < 20) {
    const seconds = Number(response.headers.get("Retry-After")) || 1;
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    return send(path, options, tries + 1);
  }
  throw problem;
}

async function problemOf(response) {
  try {
    const { title, detail } = await response.json();
    return new Problem(response.status, sentence(detail || title));
  } catch {
    return new Problem(response.status, `The server answered with status ${response.status}.`);
  }
}

function sentence(words) {
  const text = String(words);
  // A file's name at the beginning stays as it is.
  return (/^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text) + (/[.!?)]$/.test(text) ? "" : ".");
}

export async function bundles() {
  return (await send("api/v1/bundles")).json();
}

export async function card(id) {
  return (await send(`api/v1/bundles/${encodeURIComponent(id)}`)).json();
}

function query(file, bundle, more) {
  return new URLSearchParams({ bundle, name: file.name, ...more });
}

/** What is heard when: {seconds, events, curve}. */
export async function detect(file, bundle) {
  const response = await send(`api/v1/detect?${query(file, bundle, { curve: "true" })}`, { method: "POST", body: file });
  return (await response.json()).results[0];
}

/** What the whole sound is: {label, probability, given, top}. */
export async function classify(file, bundle) {
  const response = await send(`api/v1/classify?${query(file, bundle, { top: "3" })}`, { method: "POST", body: file });
  return (await response.json()).results[0];
}

/** Events as the text of a label file, and the usual ending of its name. */
export async function labelFile(sound, format) {
  const response = await send(`api/v1/labels?${new URLSearchParams({ format })}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(sound),
  });
  return { text: await response.text(), extension: response.headers.get("Auricle-Extension") };
}

/** The address of a live stream of samples at a rate. */
export function streamAddress(bundle, rate) {
  const address = new URL("api/v1/stream", document.baseURI);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.search = new URLSearchParams({ bundle, rate, coding: "f32le", ...(token() ? { access_token: token() } : {}) });
  return address;
}
