/** Runs a command of src/cli in this process; gives what it wrote and its exit status. */
export async function runCommand(
  command: () => Promise<number>,
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const written = { out: '', err: '' };
  const stdout = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((chunk) => ((written.out += String(chunk)), true));
  const stderr = jest
    .spyOn(process.stderr, 'write')
    .mockImplementation((chunk) => ((written.err += String(chunk)), true));
  const status = await command().finally(() => {
    stdout.mockRestore();
    stderr.mockRestore();
  });
  return { status, ...written };
}
