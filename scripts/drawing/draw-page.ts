import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkflow, type Workflow, workflowOf } from '../../src/core/workflow.ts';
import { drawWorkflow } from './draw-workflow.ts';

const head = `# The workflows, drawn

Made from the files in \`workflows/\` by \`node scripts/draw-workflows.ts\`; change a file and run it again. How a workflow file is written: [adding-a-right.md](adding-a-right.md).

A box is a step; a step ends when its tasks are done. Every right can be extended where its table says so, and everything that goes out is approved by staff first.
`;

/** Makes the page of all workflow files in a folder, in order of their names; throws with the faults of a file that is wrong. */
export function drawPage(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const parts = files.toSorted().map((name) => drawRight(readWorkflow(join(folder, name))));
  return `${[head, ...parts].join('\n')}`;
}

function readWorkflow(file: string): Workflow {
  const parsed = parseWorkflow(readFileSync(file, 'utf8'), file);
  if (parsed.ok) return parsed.value;
  throw new Error(
    parsed.faults.map((fault) => `${fault.file}:${fault.line} ${fault.path} ${fault.message}`).join('\n'),
  );
}

function drawRight(workflow: Workflow): string {
  const { right, name, article, marketing } = workflow;
  const plain = drawBranch(`${name.en} (\`${right}\`, article ${article})`, workflow);
  if (!marketing) return plain;
  const about = workflowOf(new Map([[right, workflow]]), { right, marketing: true });
  return `${plain}\n${drawBranch(`${name.en}, about advertising`, about)}`;
}

function drawBranch(title: string, workflow: Workflow): string {
  const { period, extension, unit } = workflow.deadline;
  const rows = [
    ['period', `${period}${unit === 'calendar' ? '' : `, ${unit}`}`],
    ['extension', extension ? `${extension}, letter ${workflow.letters.extended}` : 'none'],
    ['refusal', workflow.refusal.length > 0 ? `${workflow.refusal.length} grounds` : 'never'],
  ];
  const table = ['| | |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  return `## ${title}\n\n${table}\n\n${drawWorkflow(workflow)}\n`;
}
