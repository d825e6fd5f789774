/** One or more texts to pick from. */
export type Texts = readonly [string, ...string[]];

/** A country with companies, streets and towns that belong together. */
export type Place = {
  readonly country: string;
  readonly companies: Texts;
  readonly streets: Texts;
  /** Town, post code and state; a country without states has null there. */
  readonly towns: readonly [Town, ...Town[]];
};

type Town = readonly [city: string, postCode: string | null, state: string | null];

/** Made-up companies of several countries, in the script and the way of writing addresses of each. */
export const PLACES: readonly [Place, ...Place[]] = [
  {
    country: 'US',
    companies: ['Stark Industries', "O'Hara & Sons", 'Blue Mesa Water Co.', 'A', 'North–South Freight, Inc.'],
    streets: ['123 Main Street', '77 Massachusetts Avenue', 'PO Box 12'],
    towns: [
      ['Cityville', '12345', 'ST'],
      ['Boston', '02139', 'MA'],
      ['Albuquerque', '87101-0001', 'NM'],
    ],
  },
  {
    country: 'DE',
    companies: ['Müller & Söhne GmbH', 'Straßenbau Weiß KG', 'Donaudampfschifffahrtsgesellschaft mbH'],
    streets: ['Große Bleichen 12', 'Straße des 17. Juni 135', 'Am Alten Markt 3a'],
    towns: [
      ['Köln', '50667', null],
      ['München', '80331', 'Bayern'],
      ['Görlitz', '02826', 'Sachsen'],
    ],
  },
  {
    country: 'FR',
    companies: ["L'Atelier du Nord", 'Société Générale des Œufs', 'Crème & Cie'],
    streets: ["12 bis, rue de l'Église", '1, place du Général-de-Gaulle'],
    towns: [
      ['Saint-Étienne', '42000', null],
      ["L'Haÿ-les-Roses", '94240', 'Île-de-France'],
    ],
  },
  {
    country: 'PL',
    companies: ['Zakłady Łódzkie S.A.', 'Piekarnia Źródło', 'Żuraw i Wspólnicy sp. z o.o.'],
    streets: ['ul. Świętego Marcina 4/6', 'al. Jerozolimskie 100'],
    towns: [
      ['Łódź', '90-001', 'łódzkie'],
      ['Kraków', '30-001', 'małopolskie'],
    ],
  },
  {
    country: 'IS',
    companies: ['Þórsmörk ehf.', 'Sæbjörg hf.'],
    streets: ['Laugavegur 1', 'Skólavörðustígur 12'],
    towns: [
      ['Reykjavík', '101', null],
      ['Ísafjörður', '400', null],
    ],
  },
  {
    country: 'UA',
    companies: ['ТОВ «Північний шлях»', 'Львівська друкарня'],
    streets: ['вул. Хрещатик, 22', 'площа Ринок, 1'],
    towns: [
      ['Київ', '01001', null],
      ['Львів', '79008', 'Львівська область'],
    ],
  },
  {
    country: 'GR',
    companies: ['Αφοί Παπαδόπουλοι Ο.Ε.', 'Ναυτιλιακή Αιγαίου'],
    streets: ['Ερμού 15', 'Λεωφόρος Νίκης 3'],
    towns: [
      ['Αθήνα', '105 63', null],
      ['Θεσσαλονίκη', '546 24', null],
    ],
  },
  {
    country: 'SA',
    companies: ['شركة النجّار للتجارة', 'مؤسسة الواحة'],
    streets: ['طريق الملك فهد', 'شارع التحلية ٤٥'],
    towns: [
      ['الرياض', '11564', null],
      ['جدة', '21577', null],
    ],
  },
  {
    country: 'IL',
    companies: ['כהן ובניו בע"מ', 'מפעלי הצפון'],
    streets: ['רחוב הרצל 10', 'שדרות רוטשילד 22'],
    towns: [
      ['תל אביב–יפו', '6688312', null],
      ['חיפה', '3303139', null],
    ],
  },
  {
    country: 'IN',
    companies: ['श्रीवास्तव एंड संस', 'Ganga Textiles Pvt. Ltd.'],
    streets: ['१२, महात्मा गांधी मार्ग', 'Plot 7, MIDC'],
    towns: [
      ['लखनऊ', '226001', 'उत्तर प्रदेश'],
      ['Mumbai', '400001', 'Maharashtra'],
    ],
  },
  {
    country: 'JP',
    companies: ['株式会社さくら商事', '髙橋工業', 'ワタナベ電機'],
    streets: ['丸の内1-9-1', '寺町通二条下る'],
    towns: [
      ['千代田区', '100-0005', '東京都'],
      ['京都市', '604-0931', '京都府'],
    ],
  },
  {
    country: 'KR',
    companies: ['한강무역', '남궁건설'],
    streets: ['세종대로 110', '해운대해변로 264'],
    towns: [
      ['서울', '04524', null],
      ['부산', '48099', null],
    ],
  },
  {
    country: 'AE',
    companies: ['Desert Line FZ-LLC', 'واحة الخليج'],
    streets: ['Sheikh Zayed Road', 'شارع الكورنيش'],
    // The Emirates have no post codes.
    towns: [
      ['Dubai', null, 'Dubai'],
      ['أبوظبي', null, null],
    ],
  },
];
