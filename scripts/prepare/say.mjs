/** Says a line to the person who waits. On stderr: what the commands print on stdout is theirs alone (`ask --jsonl` is read by programs). */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** One line for one step: its title, then whether it is done and in how many seconds. */
export async function sayWhile(title, work) {
  const start = performance.now();
  process.stderr.write(`${title}… `);
  try {
    await work();
  } catch (error) {
    say('échec');
    throw error;
  }
  say(`fait (${((performance.now() - start) / 1000).toFixed(1).replace('.', ',')} s)`);
}
