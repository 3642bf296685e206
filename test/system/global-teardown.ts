export default async function stopSystem(): Promise<void> {
  await globalThis.systemOfThisRun?.stop();
}
