import { SingleBar } from 'cli-progress';
import { dataFolderPaths } from '../local/data-folder/data-folder.js';
import { locatePorts } from '../local/data-folder/locate-ports.js';
import { reportFailure } from '../local/process/report-failure.js';
import { readDemoFixtures } from './demo-fixture.js';
import { demoTable, mismatches } from './demo-table.js';
import { runDemo } from './run-demo.js';
import { RunningSystem } from './running-system.js';

try {
  const ports = locatePorts(process.env, dataFolderPaths(process.env, process.cwd()).lock);
  const system = await RunningSystem.connect(ports);
  const fixtures = readDemoFixtures();
  const bar = new SingleBar({
    format: 'Meldingen {bar} {value}/{total}',
    stream: process.stderr,
    noTTYOutput: true,
  });
  bar.start(fixtures.length, 0);
  const results = await runDemo(system, fixtures, () => bar.increment()).finally(() => bar.stop());

  const wrong = mismatches(results);
  console.log(
    `${demoTable(results)}\n\n${results.length - wrong.length} van de ${results.length} meldingen zoals verwacht.`,
  );
  if (wrong.length > 0) {
    console.error(`Anders dan verwacht:\n  ${wrong.join('\n  ')}`);
    process.exitCode = 1;
  } else {
    console.log(
      `Bekijk de mails op http://localhost:${ports.mailHttp} en de werklijst op http://localhost:${ports.portal}/werklijst`,
    );
  }
} catch (error) {
  reportFailure(error);
}
