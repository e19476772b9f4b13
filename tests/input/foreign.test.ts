import { describe, expect, test } from 'vitest';
import { detectForeign } from '../../server/input/foreign.ts';

describe('a text in another language', () => {
  test.each([
    [
      'fr',
      'French',
      'Le président français a condamné lundi les nouvelles sanctions contre la Norvège et a rappelé son ambassadeur à Oslo.',
    ],
    [
      'de',
      'German',
      'Der Außenminister reiste am Montag nach Oslo und sprach dort mit der Regierung über die Hilfe für den Sudan.',
    ],
    [
      'es',
      'Spanish',
      'El gobierno de Chile suspendió el lunes la ayuda a Perú y llamó a consultas a su embajador en Lima.',
    ],
    ['zh', 'Chinese', '挪威周一宣布制裁乍得，苏丹政府对此表示谴责。'],
    ['ru', 'Russian', 'Президент России посетил Осло и обсудил с правительством Норвегии помощь Судану.'],
    ['ar', 'Arabic', 'أعلنت النرويج يوم الاثنين تعليق المساعدات للسودان وأدانت الحكومة القرار.'],
  ])('%s is told: %s', (code, name, text) => {
    expect(detectForeign(text)).toEqual({ code, name });
  });
});

describe('nothing is said of', () => {
  test.each([
    ['English', 'The president condemned the sanctions on Monday, and he recalled his ambassador from Oslo for talks.'],
    ['a sentence of names', 'Okafor criticised Portugal.'],
    ['a headline', 'Norway sanctions Chad, Mali, Peru'],
    [
      'a list of many names',
      'Emmanuel Macron, Angela Merkel, Pedro Sánchez, Giuseppe Conte, Mario Draghi, Sebastian Kurz and the others met in the hall.',
    ],
    [
      'English with foreign words',
      'He said “Je suis venu, nous avons parlé” to the reporters who had been waiting for him in the hall of the ministry.',
    ],
    ['emoji', '🙂🇳🇴'.repeat(50)],
    ['numbers', '1 2 3, 4.'],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(detectForeign(text)).toBeNull();
  });
});
