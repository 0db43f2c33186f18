import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mergePythonImports } from '../../../src/core/code/mergePythonImports';
import { mergeScriptImports } from '../../../src/core/code/mergeScriptImports';
import { pythonStatements } from '../../../src/core/code/pythonStatements';
import { scriptImports } from '../../../src/core/code/scriptImports';
import { scriptText } from '../../../src/core/code/scriptTokens';
import { applyEdits } from '../../../src/core/code/textEdit';

const merged = (text: string, ...wanted: string[]) => applyEdits(text, mergeScriptImports(text, wanted));
const mergedPython = (text: string, ...wanted: string[]) => applyEdits(text, mergePythonImports(text, wanted));

const client = 'import { S3Client, PutObjectCommand } from "@aws-sdk/client-s3";';
const cdk = 'import * as s3 from "aws-cdk-lib/aws-s3";';

describe('imports of a script', () => {
  const cases: readonly (readonly [name: string, text: string, wanted: readonly string[], expected: string])[] = [
    ['into nothing', '', [cdk], `${cdk}\n`],
    ['before code', 'run();\n', [cdk], `${cdk}\n\nrun();\n`],
    [
      'behind the last import',
      'import a from "a";\nimport b from "b"; // b\n\nrun();\n',
      [cdk],
      `import a from "a";\nimport b from "b"; // b\n${cdk}\n\nrun();\n`,
    ],
    ['behind an import that ends the file', 'import a from "a";', [cdk], `import a from "a";\n${cdk}`],
    ['what is there is not added', `${client}\n${cdk}\nrun();\n`, [cdk, client], `${client}\n${cdk}\nrun();\n`],
    [
      'names join their module',
      'import { S3Client } from "@aws-sdk/client-s3";\n',
      [client],
      'import { S3Client, PutObjectCommand } from "@aws-sdk/client-s3";\n',
    ],
    [
      'one a line stays one a line',
      'import {\n  GetObjectCommand,\n  S3Client,\n} from "@aws-sdk/client-s3";\n',
      [client],
      'import {\n  GetObjectCommand,\n  S3Client,\n  PutObjectCommand,\n} from "@aws-sdk/client-s3";\n',
    ],
    ['into empty braces', 'import {} from "@aws-sdk/client-s3";\n', ['import { A } from "@aws-sdk/client-s3";'], 'import { A } from "@aws-sdk/client-s3";\n'],
    [
      'another name is another thing',
      'import { S3Client as C } from "m";\n',
      ['import { S3Client } from "m";'],
      'import { S3Client as C, S3Client } from "m";\n',
    ],
    [
      'another name for the module too',
      'import * as store from "m";\n',
      ['import * as s3 from "m";'],
      'import * as store from "m";\nimport * as s3 from "m";\n',
    ],
    ['beside a namespace', 'import * as m from "m";\n', ['import { A } from "m";'], 'import * as m from "m";\nimport { A } from "m";\n'],
    ['beside a default', 'import m from "m";\n', ['import m, { A } from "m";'], 'import m from "m";\nimport { A } from "m";\n'],
    ['a bare one is there with any other', 'import { A } from "m";\n', ['import "m";'], 'import { A } from "m";\n'],
    ['types alone are not enough', 'import type { A, B } from "m";\n', ['import { A } from "m";'], 'import { A, type B } from "m";\n'],
    ['nor is one type among values', 'import { type A, B } from "m";\n', ['import { A, C } from "m";'], 'import { A, B, C } from "m";\n'],
    ['its quotes and semicolons', "import a from 'a'\n", [cdk], "import a from 'a'\nimport * as s3 from 'aws-cdk-lib/aws-s3'\n"],
    ['behind a directive', "'use strict';\n\nrun();\n", [cdk], `'use strict';\n\n${cdk}\n\nrun();\n`],
    ['behind a directive with code right below', "'use strict'\nrun()\n", [cdk], `'use strict'\n\n${cdk}\n\nrun()\n`],
    ['behind a shebang', '#!/usr/bin/env node\nrun();\n', [cdk], `#!/usr/bin/env node\n\n${cdk}\n\nrun();\n`],
    ['behind a licence', '/* Copyright */\nrun();\n', [cdk], `/* Copyright */\n\n${cdk}\n\nrun();\n`],
    ['behind @ts-check', '// @ts-check\nrun();\n', [cdk], `// @ts-check\n\n${cdk}\n\nrun();\n`],
    ['before a comment of the code', '// runs\nrun();\n', [cdk], `${cdk}\n\n// runs\nrun();\n`],
    ['behind a comment that stands apart', '// about\n\nrun();\n', [cdk], `// about\n\n${cdk}\n\nrun();\n`],
    ['in a file of CRLF', 'import a from "a";\r\nrun();\r\n', [cdk, 'import b from "b";'], `import a from "a";\r\n${cdk}\r\nimport b from "b";\r\nrun();\r\n`],
    ['behind a BOM', '\ufeffrun();\n', [cdk], `\ufeff${cdk}\n\nrun();\n`],
    [
      'in a file of require',
      "const fs = require('fs');\nrun();\n",
      [client],
      "const fs = require('fs');\nconst { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');\nrun();\n",
    ],
    [
      'names join a require',
      'const { S3Client: C } = require("@aws-sdk/client-s3");\n',
      [client],
      'const { S3Client: C, S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");\n',
    ],
    ['all of a module by require', 'const s3 = require("aws-cdk-lib/aws-s3");\n', [cdk], 'const s3 = require("aws-cdk-lib/aws-s3");\n'],
    ['import = require', 'import s3 = require("aws-cdk-lib/aws-s3");\n', [cdk], 'import s3 = require("aws-cdk-lib/aws-s3");\n'],
    [
      'not into what only looks like one',
      'const s = `\nimport { S3Client } from "@aws-sdk/client-s3";\n`;\n',
      [cdk],
      `${cdk}\n\nconst s = \`\nimport { S3Client } from "@aws-sdk/client-s3";\n\`;\n`,
    ],
    ['nor into a comment', '/*\nimport a from "a";\n*/\nrun();\n', [cdk], `${cdk}\n\n/*\nimport a from "a";\n*/\nrun();\n`],
    ['import() and import.meta are no imports', 'import("a");\nimport.meta.url;\n', [cdk], `${cdk}\n\nimport("a");\nimport.meta.url;\n`],
    [
      'with attributes',
      'import d from "./d.json" with { type: "json" };\nrun();\n',
      [cdk],
      `import d from "./d.json" with { type: "json" };\n${cdk}\nrun();\n`,
    ],
    ['between two on one line', 'import a from "a"; run();\n', [cdk], `import a from "a";\n${cdk}\n run();\n`],
    ['beside one that is being written', 'import { A\nrun();\n', [cdk], `${cdk}\n\nimport { A\nrun();\n`],
  ];
  for (const [name, text, wanted, expected] of cases) test(name, () => assert.equal(merged(text, ...wanted), expected));
});

describe('imports of Python', () => {
  const cases: readonly (readonly [name: string, text: string, wanted: readonly string[], expected: string])[] = [
    ['into nothing', '', ['import boto3'], 'import boto3\n'],
    ['before code', 'run()\n', ['import boto3'], 'import boto3\n\nrun()\n'],
    ['behind the last import', 'import os  # os\nfrom a import b\n\nrun()\n', ['import boto3'], 'import os  # os\nfrom a import b\nimport boto3\n\nrun()\n'],
    ['what is there is not added', 'import os, boto3\n', ['import boto3'], 'import os, boto3\n'],
    ['another name is another thing', 'import boto3 as b\n', ['import boto3'], 'import boto3 as b\nimport boto3\n'],
    ['names join their module', 'from m import A\n', ['from m import A, B'], 'from m import A, B\n'],
    ['inside brackets', 'from m import (\n    A,\n    C,  # c\n)\n', ['from m import B'], 'from m import (\n    A,\n    C, B,  # c\n)\n'],
    ['all of it is enough', 'from m import *\n', ['from m import B'], 'from m import *\n'],
    [
      'behind a shebang, a coding and a docstring',
      '#!/usr/bin/env python3\n# coding: utf-8\n"""\nimport boto3\n"""\nrun()\n',
      ['import boto3'],
      '#!/usr/bin/env python3\n# coding: utf-8\n"""\nimport boto3\n"""\n\nimport boto3\n\nrun()\n',
    ],
    ['behind a shebang', '#!/usr/bin/env python3\nrun()\n', ['import boto3'], '#!/usr/bin/env python3\n\nimport boto3\n\nrun()\n'],
    ['before a comment of the code', '# runs\nrun()\n', ['import boto3'], 'import boto3\n\n# runs\nrun()\n'],
    ['an indented one does not count', 'def f():\n    import boto3\n', ['import boto3'], 'import boto3\n\ndef f():\n    import boto3\n'],
    ['behind __future__', 'from __future__ import annotations\nrun()\n', ['import boto3'], 'from __future__ import annotations\nimport boto3\nrun()\n'],
    ['in a file of CRLF', 'import os\r\nrun()\r\n', ['import boto3'], 'import os\r\nimport boto3\r\nrun()\r\n'],
    ['joined by a backslash', 'from m import A, \\\n    C\n', ['from m import B'], 'from m import A, \\\n    C, B\n'],
    ['behind one that ends the file', 'import os', ['import boto3'], 'import os\nimport boto3'],
  ];
  for (const [name, text, wanted, expected] of cases) test(name, () => assert.equal(mergedPython(text, ...wanted), expected));
});

describe('whatever the file is', () => {
  const piece = fc.constantFrom(
    ...['import a from "a";', 'import { S3Client } from "@aws-sdk/client-s3";', 'import {\n  A,\n} from "m"', 'import type { B } from "m";', "'use strict';"],
    ...[
      '#!/usr/bin/env node',
      '// note',
      '/* import x from "x" */',
      'const s = `${a + `\nimport q from "q"`}`;',
      'run(/["`]/.test(a));',
      'const { A } = require("m");',
    ],
    ...['', '{', '}', "'", '`', 'import {', '/*', '\ufeff', '나는', 'export { a } from "a";'],
  );
  const file = fc.tuple(fc.array(piece, { maxLength: 8 }), fc.constantFrom('\n', '\r\n')).map(([lines, end]) => lines.join(end));
  const wanted = [client, cdk, 'import { A } from "m";'];

  test('a second time nothing is to be added, and nothing of the file is lost', () => {
    fc.assert(
      fc.property(file, (text) => {
        const edits = mergeScriptImports(text, wanted);
        // only the word `type` may go
        for (const { start, end } of edits) assert.match(text.slice(start, end), /^$|^type\s+(?:\w+)?$|^\s*$|^\w+$/);
        const once = applyEdits(text, edits);
        // an open comment or string at the top swallows what is put behind it, whoever puts it there
        const isRead = scriptImports(scriptText(once)).some(({ namespace }) => namespace === 's3');
        if (isRead) assert.equal(applyEdits(once, mergeScriptImports(once, wanted)), once);
      }),
    );
  });

  const line = fc.constantFrom(
    'import os',
    'from m import (A,\n  B)',
    '"""doc',
    "'''",
    'x = [',
    ']',
    '# note',
    '#!/bin/python',
    '',
    'def f():',
    '    import boto3',
    'a = "#"',
    '\\',
    'import a; import b',
  );
  const python = fc.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n')).map(([lines, end]) => lines.join(end));
  test('so for Python', () => {
    fc.assert(
      fc.property(python, (text) => {
        const edits = mergePythonImports(text, ['import boto3', 'from m import C']);
        for (const { start, end } of edits) assert.equal(start, end);
        const once = applyEdits(text, edits);
        const isRead = pythonStatements(once).some(({ code }) => code === 'import boto3');
        if (isRead) assert.equal(applyEdits(once, mergePythonImports(once, ['import boto3', 'from m import C'])), once);
      }),
    );
  });
});
