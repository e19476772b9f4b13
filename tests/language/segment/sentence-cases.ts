/** Name, text, and the segments in order: "D|" marks a dateline, "H|" a heading, anything else is a sentence. */
export type SentenceCase = readonly [name: string, text: string, segments: readonly string[]];

export const abbreviationCases: readonly SentenceCase[] = [
  ['a title before a name', 'Gen. Smith met Mr. Khan. They talked.', ['Gen. Smith met Mr. Khan.', 'They talked.']],
  [
    'a title after a title',
    'Lt. Gen. Asim Bajwa spoke to Prof. Dr. Lin.',
    ['Lt. Gen. Asim Bajwa spoke to Prof. Dr. Lin.'],
  ],
  [
    'a country before an opener',
    'He trained in the U.S. The president agreed.',
    ['He trained in the U.S.', 'The president agreed.'],
  ],
  [
    'a country before a name',
    'The U.S. Congress voted. The U.N. Security Council met.',
    ['The U.S. Congress voted.', 'The U.N. Security Council met.'],
  ],
  ['a country before a number', 'It gave the U.S. 30 days.', ['It gave the U.S. 30 days.']],
  [
    'a country within',
    'A U.S.-led force and the U.S. military left.',
    ['A U.S.-led force and the U.S. military left.'],
  ],
  ['a country with a genitive', 'The U.S.’s envoy left. Iran stayed.', ['The U.S.’s envoy left.', 'Iran stayed.']],
  [
    'an organisation at the end',
    'China paid the U.N. It had promised to.',
    ['China paid the U.N.', 'It had promised to.'],
  ],
  [
    'a capital district',
    'They met in Washington, D.C. Neither side commented.',
    ['They met in Washington, D.C.', 'Neither side commented.'],
  ],
  [
    'initials of a name',
    'John F. Kennedy and J. R. R. Mehta met. A. Q. Khan did not.',
    ['John F. Kennedy and J. R. R. Mehta met.', 'A. Q. Khan did not.'],
  ],
  [
    'initials without a space',
    'H.R. McMaster and George W. Bush talked.',
    ['H.R. McMaster and George W. Bush talked.'],
  ],
  [
    'a single letter at the end',
    'They fell back on plan B. The talks went on.',
    ['They fell back on plan B.', 'The talks went on.'],
  ],
  ['a war at the end', 'It began in World War I. The treaty held.', ['It began in World War I.', 'The treaty held.']],
  [
    'a month',
    'Talks on Jan. 5 failed. On Feb. 7 they began again.',
    ['Talks on Jan. 5 failed.', 'On Feb. 7 they began again.'],
  ],
  [
    'a month at the end',
    'The deal lapses in Sept. The ministry said so.',
    ['The deal lapses in Sept.', 'The ministry said so.'],
  ],
  ['a number', 'Resolution No. 242 stands. No. They refused.', ['Resolution No. 242 stands.', 'No.', 'They refused.']],
  [
    'a company within',
    'Acme Inc. Chairman Lee met Huawei Co. Ltd. executives.',
    ['Acme Inc. Chairman Lee met Huawei Co. Ltd. executives.'],
  ],
  [
    'a company at the end',
    'He works for Acme Ltd. The firm is Chinese.',
    ['He works for Acme Ltd.', 'The firm is Chinese.'],
  ],
  ['a company and a comma', 'Acme Corp., which sells arms, closed.', ['Acme Corp., which sells arms, closed.']],
  ['the morning', 'It began at 9 a.m. on Monday.', ['It began at 9 a.m. on Monday.']],
  [
    'the afternoon before a sentence',
    'He left at 5 p.m. On Tuesday he came back.',
    ['He left at 5 p.m.', 'On Tuesday he came back.'],
  ],
  [
    'the afternoon before a noun',
    'It ended at 5 p.m. Police opened the road.',
    ['It ended at 5 p.m.', 'Police opened the road.'],
  ],
  [
    'the afternoon before a day or zone',
    'It ended at 5 p.m. Tuesday, or 10 a.m. EST.',
    ['It ended at 5 p.m. Tuesday, or 10 a.m. EST.'],
  ],
  [
    'Latin',
    'Allies, e.g. Japan, i.e. the East, came. Others (cf. Iran) did not.',
    ['Allies, e.g. Japan, i.e. the East, came.', 'Others (cf. Iran) did not.'],
  ],
  [
    'etcetera at the end',
    'They sent tents, rice, etc. Turkey sent doctors.',
    ['They sent tents, rice, etc.', 'Turkey sent doctors.'],
  ],
  ['etcetera within', 'They sent tents, etc. to Syria.', ['They sent tents, etc. to Syria.']],
  ['versus', 'It was India vs. Pakistan. India won.', ['It was India vs. Pakistan.', 'India won.']],
  [
    'a saint',
    'Leaders met in St. Petersburg. The talks failed.',
    ['Leaders met in St. Petersburg.', 'The talks failed.'],
  ],
  [
    'a state after a comma',
    'A man from Toledo, Ohio, and one from Salem, Ore., left.',
    ['A man from Toledo, Ohio, and one from Salem, Ore., left.'],
  ],
  [
    'junior',
    'Robert Kennedy Jr. spoke. Ali Khan Sr. The rest listened.',
    ['Robert Kennedy Jr. spoke.', 'Ali Khan Sr.', 'The rest listened.'],
  ],
  ['rupees', 'Pakistan lent Rs. 500 million. It hurt.', ['Pakistan lent Rs. 500 million.', 'It hurt.']],
  ['a country before a Mr.', 'He fled to the U.S. Mr. Khan did not.', ['He fled to the U.S.', 'Mr. Khan did not.']],
  [
    'a country before a rank',
    'Then U.S. Gen. Mattis and U.S. Sen. Cotton left.',
    ['Then U.S. Gen. Mattis and U.S. Sen. Cotton left.'],
  ],
  [
    'a rank in a bracket',
    'Brig. Gen. (ret.) Durrani and Gen. (Retd.) Raza met.',
    ['Brig. Gen. (ret.) Durrani and Gen. (Retd.) Raza met.'],
  ],
  ['a title after a hyphen', 'The ex-Gen. Lee and then-Sen. Obama met.', ['The ex-Gen. Lee and then-Sen. Obama met.']],
  ['a secretary', 'Sec. Gen. Guterres left.', ['Sec. Gen. Guterres left.']],
  [
    'parties in brackets',
    'Sen. Cotton (R., Ark.) and Rep. Lee (D-Calif.) met.',
    ['Sen. Cotton (R., Ark.) and Rep. Lee (D-Calif.) met.'],
  ],
  ['an unknown abbreviation before a small letter', 'The Brgd. commander left.', ['The Brgd. commander left.']],
];

export const stopCases: readonly SentenceCase[] = [
  [
    'decimals and prices',
    'Trade rose 3.5 percent to $1.2 billion. It fell later.',
    ['Trade rose 3.5 percent to $1.2 billion.', 'It fell later.'],
  ],
  ['a time with a stop', 'They met at 10.30. Nobody came at 11.', ['They met at 10.30.', 'Nobody came at 11.']],
  ['a sentence that opens with a number', 'Ten died. 25 were hurt.', ['Ten died.', '25 were hurt.']],
  [
    'question and exclamation marks',
    'Will they fight? No! Not yet?! Wait.',
    ['Will they fight?', 'No!', 'Not yet?!', 'Wait.'],
  ],
  [
    'a name with an exclamation mark',
    'Yahoo! said it left China. Yahoo! News agreed.',
    ['Yahoo! said it left China.', 'Yahoo! News agreed.'],
  ],
  ['an ellipsis within', 'We ... will see … they said.', ['We ... will see … they said.']],
  ['an ellipsis at the end', 'We will see... They left.', ['We will see...', 'They left.']],
  ['a missing space', 'The talks failed.The envoys left.', ['The talks failed.', 'The envoys left.']],
  [
    'a link',
    'See www.un.org. Or https://example.org/a.b?c=1. Then write.',
    ['See www.un.org.', 'Or https://example.org/a.b?c=1.', 'Then write.'],
  ],
  [
    'a sentence that opens with a small letter',
    'Ten died. al-Qaeda claimed it.',
    ['Ten died.', 'al-Qaeda claimed it.'],
  ],
  ['a bracketed sentence', 'They left. (Iran stayed.) Iraq spoke.', ['They left.', '(Iran stayed.)', 'Iraq spoke.']],
  [
    'two sentences in a bracket',
    'They left (Iran stayed. Iraq too.) in May.',
    ['They left (Iran stayed. Iraq too.) in May.'],
  ],
  ['a stop after a bracket', 'They left (in May). Iran stayed.', ['They left (in May).', 'Iran stayed.']],
  ['a note', 'The pact held. [12] It lapsed later.[13]', ['The pact held. [12]', 'It lapsed later.[13]']],
  ['capitals', 'TRUMP MET XI. THE TALKS FAILED.', ['TRUMP MET XI.', 'THE TALKS FAILED.']],
  ['capitals without a stop after a country', 'U.S. IN TALKS WITH IRAN', ['U.S. IN TALKS WITH IRAN']],
  [
    'dashes',
    'Iran — and, it says, Iraq -- left. Syria – alone – stayed.',
    ['Iran — and, it says, Iraq -- left.', 'Syria – alone – stayed.'],
  ],
  ['semicolon and colon', 'It was clear: they lost; Iran won.', ['It was clear: they lost; Iran won.']],
  ['no stop at all', 'Pakistan rejects aid', ['Pakistan rejects aid']],
];

export const quoteCases: readonly SentenceCase[] = [
  [
    'a stop within quotes',
    'He said: "We stand with China." Iran agreed.',
    ['He said: "We stand with China."', 'Iran agreed.'],
  ],
  ['a stop after curly quotes', 'He called it “a threat”. Iran agreed.', ['He called it “a threat”.', 'Iran agreed.']],
  [
    'a comma before the speaker',
    '“We will not talk,” Lavrov said. “Never.”',
    ['“We will not talk,” Lavrov said.', '“Never.”'],
  ],
  ['a quote of two sentences', '“We tried. They refused,” he said.', ['“We tried.', 'They refused,” he said.']],
  ['a question before a small letter', '"Why now?" he asked. "Who knows?"', ['"Why now?" he asked.', '"Who knows?"']],
  [
    'a question before its speaker',
    '“Will they go?” Gen. Smith asked. Nobody knew.',
    ['“Will they go?” Gen. Smith asked.', 'Nobody knew.'],
  ],
  [
    'a question before another sentence',
    '“Will they go?” The crowd was silent.',
    ['“Will they go?”', 'The crowd was silent.'],
  ],
  ['nested quotes', '“He said ‘we will fight.’ They did.”', ['“He said ‘we will fight.’', 'They did.”']],
  ['a quote opens a sentence', 'Iran left. "We stay," said Iraq.', ['Iran left.', '"We stay," said Iraq.']],
  ['a country closes a quote', '“We left the U.S.” He smiled.', ['“We left the U.S.”', 'He smiled.']],
  [
    'single quotes',
    "He warned of a 'threatening posture.' Iran denied it.",
    ["He warned of a 'threatening posture.'", 'Iran denied it.'],
  ],
  ['doubled marks', "``We go.'' They went.", ["``We go.''", 'They went.']],
];

export const layoutCases: readonly SentenceCase[] = [
  [
    'city, day and agency',
    'ISLAMABAD, Feb 18 (AFP) - Pakistan spoke.',
    ['D|ISLAMABAD, Feb 18 (AFP) -', 'Pakistan spoke.'],
  ],
  [
    'an asterisk and a city',
    '*ISLAMABAD - Pakistan spoke. India listened.',
    ['D|*ISLAMABAD -', 'Pakistan spoke.', 'India listened.'],
  ],
  ['a city and an agency', 'WASHINGTON (Reuters) — The U.S. spoke.', ['D|WASHINGTON (Reuters) —', 'The U.S. spoke.']],
  ['a city and its country', 'KYIV, Ukraine — Russia struck.', ['D|KYIV, Ukraine —', 'Russia struck.']],
  ['a city and a colon', 'BEIJING: China spoke on Monday.', ['D|BEIJING:', 'China spoke on Monday.']],
  [
    'a city of two words',
    'NEW DELHI, Jan. 3, 2018 (PTI) -- India spoke.',
    ['D|NEW DELHI, Jan. 3, 2018 (PTI) --', 'India spoke.'],
  ],
  [
    'a city in small letters',
    'Moscow, Feb. 20 (Interfax) – Russia spoke.',
    ['D|Moscow, Feb. 20 (Interfax) –', 'Russia spoke.'],
  ],
  ['a district', 'WASHINGTON, D.C. — Aid was cut.', ['D|WASHINGTON, D.C. —', 'Aid was cut.']],
  [
    'two cities',
    'GAZA/JERUSALEM, Oct 9 (Reuters) - Israel struck.',
    ['D|GAZA/JERUSALEM, Oct 9 (Reuters) -', 'Israel struck.'],
  ],
  ['a dash without a space before', 'TEL AVIV-- Israel struck.', ['D|TEL AVIV--', 'Israel struck.']],
  [
    'a stop after the city',
    'MOSCOW. Feb 20 (Interfax) - Russia spoke.',
    ['D|MOSCOW. Feb 20 (Interfax) -', 'Russia spoke.'],
  ],
  ['an agency without a dash', '(CNN) Italian police held a captain.', ['D|(CNN)', 'Italian police held a captain.']],
  ['a city in small letters with a dash alone', 'Washington - The envoy left.', ['D|Washington -', 'The envoy left.']],
  ['an organisation in capitals is no dateline', 'NATO and USAID left Kabul.', ['NATO and USAID left Kabul.']],
  ['a headline in capitals is no dateline', 'COLD WAR - THE END\n\nIt ended.', ['H|COLD WAR - THE END', 'It ended.']],
  ['an agency alone', '(Reuters) - Russia struck Kyiv.', ['D|(Reuters) -', 'Russia struck Kyiv.']],
  ['a quote after it', 'TEHRAN — “We stay,” Iran said.', ['D|TEHRAN —', '“We stay,” Iran said.']],
  ['a label is no place', 'UPDATE: Russia struck Kyiv.', ['UPDATE: Russia struck Kyiv.']],
  [
    'a dash after a name is no dateline',
    'Moscow – like Tehran – stayed silent.',
    ['Moscow – like Tehran – stayed silent.'],
  ],
  [
    'headline, dateline, text',
    'Pakistan hits back\n\nISLAMABAD: Asif spoke.\n\nHe left.',
    ['H|Pakistan hits back', 'D|ISLAMABAD:', 'Asif spoke.', 'He left.'],
  ],
  [
    'a headline in one line with its paragraph below',
    'Pakistan Rejects Aid\nPakistan said on Monday that it would reject the aid. It did.',
    ['H|Pakistan Rejects Aid', 'Pakistan said on Monday that it would reject the aid.', 'It did.'],
  ],
  ['a question as headline', 'Will Iran talk?\n\nIran may talk.', ['Will Iran talk?', 'Iran may talk.']],
  [
    'wrapped lines',
    'Pakistan’s foreign minister said on\nTuesday that Russia and China stood\nby it. They did.',
    ['Pakistan’s foreign minister said on\nTuesday that Russia and China stood\nby it.', 'They did.'],
  ],
  [
    'wrapped with Windows line ends',
    'Russia said that it would\r\nAct. Iran agreed.\r\n\r\nIraq did not.',
    ['Russia said that it would\r\nAct.', 'Iran agreed.', 'Iraq did not.'],
  ],
  [
    'wrapped before a capital',
    'The Russian foreign minister Sergey\nLavrov will go to Pakistan on March\n5 and return.',
    ['The Russian foreign minister Sergey\nLavrov will go to Pakistan on March\n5 and return.'],
  ],
  [
    'a short line that cannot end there',
    'Talks between the envoys of\nRussia and Pakistan were held in the capital on Monday.',
    ['Talks between the envoys of\nRussia and Pakistan were held in the capital on Monday.'],
  ],
  [
    'a short line that goes on in small letters',
    'Talks between envoys\nwere held in the capital of Russia on Monday.',
    ['Talks between envoys\nwere held in the capital of Russia on Monday.'],
  ],
  ['a line of capitals is no dateline', 'RUSSIA - CHINA TALKS FAIL.', ['RUSSIA - CHINA TALKS FAIL.']],
  [
    'a paragraph a line',
    'Iran left the talks on Monday.\nIraq stayed.\nSyria spoke.',
    ['Iran left the talks on Monday.', 'Iraq stayed.', 'Syria spoke.'],
  ],
  [
    'tabs and spaces that do not break',
    'Gen.\u00a0Smith\tmet\u00a0Lavrov.\u00a0They talked.',
    ['Gen.\u00a0Smith\tmet\u00a0Lavrov.', 'They talked.'],
  ],
  ['a blank line of spaces', 'Iran left\n \t\nIraq stayed.', ['H|Iran left', 'Iraq stayed.']],
  ['bullets', 'They agreed:\n• Iran leaves\n• Iraq stays', ['They agreed:', 'H|• Iran leaves', 'H|• Iraq stays']],
  ['a numbered list', '1. Iran leaves.\n2. Iraq stays.', ['1. Iran leaves.', '2. Iraq stays.']],
  ['numbers in brackets', '1) Iran leaves.\n(2) Iraq stays.', ['1) Iran leaves.', '(2) Iraq stays.']],
  ['nothing', ' \n\t ', []],
];
