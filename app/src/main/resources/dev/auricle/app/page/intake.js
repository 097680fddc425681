// Files and folders, dropped or chosen.

const SOUNDS = /\.(wav|wave|bwf|w64|rf64|aiff?|aifc|au|snd|caf|flac|alac|ape|wv|tta|mp[123]|mpga|m4[ab]|mp4|m4v|mov|mkv|mka|webm|avi|aac|ac3|eac3|dts|ogg|oga|opus|spx|wma|wmv|asf|amr|awb|3gp|gsm|ts)$/i;

/** Every file in what was dropped, folders walked through; of folders only sounds are taken. */
export async function dropped(transfer) {
  // Entries must be taken before the first wait: the browser empties the list behind it.
  const entries = [...transfer.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = [];
  for (const entry of entries) await walk(entry, found, false);
  return found;
}

async function walk(entry, found, inFolder) {
  if (entry instanceof File) found.push({ file: entry });
  else if (entry?.isFile) {
    if (inFolder && !SOUNDS.test(entry.name)) return;
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, name: entry.fullPath.replace(/^\//, "") });
  } else if (entry?.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return;
      for (const each of some.sort((a, b) => a.name.localeCompare(b.name))) await walk(each, found, true);
    }
  }
}

/** What a file input gave. */
export function chosen(input) {
  const files = [...input.files].filter((file) => !file.webkitRelativePath || SOUNDS.test(file.name));
  return files.map((file) => ({ file, name: file.webkitRelativePath || file.name }));
}
