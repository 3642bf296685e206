import { dataFolderPaths } from '../data-folder/data-folder.js';
import { locatePorts } from '../data-folder/locate-ports.js';
import { requestStaffToken } from '../identity/request-staff-token.js';
import { reportFailure } from '../process/report-failure.js';
import { OperatorError } from '../process/operator.error.js';

try {
  const username = process.argv[2];
  if (!username) throw new OperatorError('Geef een gebruikersnaam: npm run --silent token -- kb.mc.een');
  const { identity } = locatePorts(process.env, dataFolderPaths(process.env, process.cwd()).lock);
  console.log(await requestStaffToken(`http://localhost:${identity}`, username));
} catch (error) {
  reportFailure(error);
}
