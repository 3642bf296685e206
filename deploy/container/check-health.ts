/** Health check of a container: exit code 0 when the address given answers with success. */
const [address = ''] = process.argv.slice(2);
const response = await fetch(address, { signal: AbortSignal.timeout(4_000) });
if (!response.ok) {
  console.error(`${address} answered ${response.status}: ${await response.text()}`);
  process.exit(1);
}
