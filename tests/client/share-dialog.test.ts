import { describe, expect, it } from 'vitest';
import { embedCode } from '../../client/share-dialog.ts';

describe('the code that embeds a view', () => {
  it('is a frame of the same filters, its title and address escaped', () => {
    expect(embedCode('https://x.example/?class=conflict&q=a%20b#c', 'Who "does" <what>')).toBe(
      '<iframe src="https://x.example/embed?class=conflict&#38;q=a%20b" title="Who &#34;does&#34; &#60;what&#62;" ' +
        'width="960" height="640" loading="lazy"></iframe>',
    );
  });
});
