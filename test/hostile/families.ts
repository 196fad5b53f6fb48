import * as actionInputs from './action-inputs.ts';
import * as consoleText from './console-text.ts';
import * as controlPort from './control-port.ts';
import type { Family } from './family.ts';
import * as folderTrees from './folder-trees.ts';
import * as hwRequests from './hw-requests.ts';
import * as kernelArchives from './kernel-archives.ts';
import * as ktapText from './ktap-text.ts';
import * as names from './names.ts';
import * as recordFiles from './record-files.ts';
import * as resultsFiles from './results-files.ts';
import * as suiteFiles from './suite-files.ts';
import * as tarStreams from './tar-streams.ts';
import * as usbMachine from './usb-machine.ts';

/** All input from a guest, from another job or from a stranger's pull request. */
export const families: readonly Family[] = [
  { name: 'console', attack: consoleText.attack },
  { name: 'ktap', attack: ktapText.attack },
  { name: 'control-port', attack: controlPort.attack },
  { name: 'hw-requests', attack: hwRequests.attack },
  { name: 'usb-machine', attack: usbMachine.attack },
  { name: 'folder-trees', attack: folderTrees.attack },
  { name: 'names', attack: names.attack },
  { name: 'tar-streams', attack: tarStreams.attack },
  { name: 'kernel-archives', attack: kernelArchives.attack },
  { name: 'results-files', attack: resultsFiles.attack },
  { name: 'record-files', attack: recordFiles.attack },
  { name: 'action-inputs', attack: actionInputs.attack },
  { name: 'suite-files', attack: suiteFiles.attack },
];
