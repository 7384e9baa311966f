-- Reference data. Safe to run again: it brings what is there up to date and removes nothing
-- but postcode ranges, which are replaced. A code that is no longer wanted needs a migration.

-- Taxonomy

insert into hub.kinds (code, label_nl, label_en, position) values
	('complaint', 'Klacht', 'Complaint', 1),
	('compliment', 'Compliment', 'Compliment', 2)
on conflict (code) do update set
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	position = excluded.position;

insert into hub.channels (code, label_nl, label_en, position) values
	('phone', 'Telefoon', 'Phone', 1),
	('door', 'Aan de deur', 'At the door', 2),
	('street', 'Op straat', 'In the street', 3),
	('stand', 'Bij een stand of kraam', 'At a stand or stall', 4),
	('message', 'Bericht (sms, app of mail)', 'Message (text, app or email)', 5),
	('other', 'Anders', 'Other', 6)
on conflict (code) do update set
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	position = excluded.position;

insert into hub.categories
	(code, kind, letters, label_nl, label_en, description_nl, description_en, position)
values
	('unwanted_contact', 'complaint', 'ONG', 'Ongevraagd benaderd', 'Unsolicited contact',
		'Kies dit als je werd gebeld, bezocht of aangesproken terwijl je daar niet om had gevraagd en er geen toestemming voor had gegeven.',
		'Choose this if you were called, visited or approached when you had not asked for it and had not given permission.', 1),
	('objection_ignored', 'complaint', 'VRZ', 'Verzet niet gerespecteerd', 'Objection not honoured',
		'Kies dit als je al vóór dit contact had laten weten dat je niet meer benaderd wilde worden, of als ze weigerden dat te noteren.',
		'Choose this if you had already let them know before this contact that you did not want to be approached any more, or if they refused to note it.', 2),
	('pushiness', 'complaint', 'AAN', 'Herhaald aandringen', 'Repeated insisting',
		'Kies dit als ze bleven aandringen nadat je nee had gezegd, meteen opnieuw belden of je onder druk zetten om direct te beslissen.',
		'Choose this if they kept insisting after you said no, called again at once or pressed you to decide on the spot.', 3),
	('improper_conduct', 'complaint', 'ONB', 'Onbehoorlijk benaderd', 'Improper conduct',
		'Kies dit als ze onbeleefd, dreigend of ongepast waren, of als ze je benaderden op een tijd of dag waarop dat niet mag.',
		'Choose this if they were rude, threatening or inappropriate, or if they approached you at a time or on a day when that is not allowed.', 4),
	('misleading', 'complaint', 'MIS', 'Misleid', 'Misled',
		'Kies dit als ze niet eerlijk waren over wie ze waren, waarom ze contact zochten, wat het kost of waar je aan vastzit.',
		'Choose this if they were not honest about who they were, why they made contact, what it costs or what you are tied to.', 5),
	('respectful', 'compliment', 'CVR', 'Vriendelijk en respectvol', 'Friendly and respectful',
		'Kies dit als ze beleefd en geduldig waren en je serieus namen.',
		'Choose this if they were polite and patient and took you seriously.', 1),
	('clear', 'compliment', 'CEE', 'Eerlijk en duidelijk', 'Honest and clear',
		'Kies dit als je eerlijk en duidelijk hoorde wie ze waren, waarom ze contact zochten en wat het aanbod inhield.',
		'Choose this if they told you honestly and clearly who they were, why they made contact and what the offer was.', 2),
	('relevant', 'compliment', 'CPM', 'Passend en op het goede moment', 'Relevant and well-timed',
		'Kies dit als het contact op een goed moment kwam of als het aanbod echt bij je paste.',
		'Choose this if the contact came at a good moment or if the offer really suited you.', 3),
	('objection_honoured', 'compliment', 'CNE', 'Nee is nee', 'No is no',
		'Kies dit als ze je nee meteen accepteerden, je netjes afmeldden of je sticker respecteerden.',
		'Choose this if they accepted your no at once, took you off their list properly or respected your sticker.', 4),
	('helpful', 'compliment', 'CHU', 'Goed geholpen en netjes afgehandeld', 'Well helped and handled',
		'Kies dit als je goed advies kreeg of als ze netjes deden wat ze beloofden, zoals iets toesturen, opzeggen of herstellen.',
		'Choose this if you got good advice or if they properly did what they promised, such as sending, cancelling or correcting something.', 5)
on conflict (code) do update set
	kind = excluded.kind,
	letters = excluded.letters,
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	description_nl = excluded.description_nl,
	description_en = excluded.description_en,
	position = excluded.position
where categories.edited_at is null;

insert into hub.sub_categories (code, category, channel_group, label_nl, label_en, position) values
	('ONG-T1', 'unwanted_contact', 'phone', 'Nooit toestemming gegeven, nooit klant', 'No consent, never a customer', 1),
	('ONG-T2', 'unwanted_contact', 'phone', '(Oud-)klant, maar geen toestemming', '(Former) customer, no consent', 2),
	('ONG-T4', 'unwanted_contact', 'phone', 'Anoniem, onbekend of niet terug te bellen nummer', 'Hidden or non-callable number', 3),
	('ONG-T5', 'unwanted_contact', 'phone', 'Robot, bandje, voicemail, stil gesprek', 'Robot, recording, voicemail or silent call', 4),
	('ONG-T6', 'unwanted_contact', 'phone', 'Onduidelijk hoe men aan mijn gegevens komt', 'Unclear how they got my data', 5),
	('ONG-T7', 'unwanted_contact', 'phone', 'Te vaak gebeld door dezelfde organisatie', 'Called too often by the same organisation', 6),
	('ONG-D1', 'unwanted_contact', 'door', 'Ongevraagd aangebeld', 'Unsolicited visit', 7),
	('ONG-D3', 'unwanted_contact', 'door', 'Meerdere keren dezelfde organisatie in de buurt', 'Same organisation in the neighbourhood again and again', 8),
	('ONG-S1', 'unwanted_contact', 'street', 'Op straat of bij winkel aangesproken', 'Approached in the street or at a shop', 9),
	('VRZ-T1', 'objection_ignored', 'phone', 'Gebeld na verzet', 'Called after objecting', 1),
	('VRZ-T2', 'objection_ignored', 'phone', 'Verzet geweigerd of naar bandje gestuurd', 'Objection refused or sent to a recording', 2),
	('VRZ-T3', 'objection_ignored', 'phone', 'Verzet niet aangeboden', 'Objection not offered', 3),
	('VRZ-T4', 'objection_ignored', 'phone', 'Ander bureau of nummer belt namens dezelfde', 'Another agency or number calls for the same organisation', 4),
	('VRZ-T5', 'objection_ignored', 'phone', 'Bewijs of gegevens niet gegeven', 'No proof or data given', 5),
	('VRZ-D1', 'objection_ignored', 'door', 'Sticker genegeerd', 'Sticker ignored', 6),
	('VRZ-D2', 'objection_ignored', 'door', 'Teruggekomen na eerdere weigering', 'Came back after refusal', 7),
	('VRZ-S1', 'objection_ignored', 'street', 'Nee op straat niet geaccepteerd', 'No in the street not accepted', 8),
	('AAN-T1', 'pushiness', 'phone', 'Blijft doorpraten na nee', 'Keeps talking after no', 1),
	('AAN-T2', 'pushiness', 'phone', 'Direct opnieuw bellen', 'Calls back at once', 2),
	('AAN-T3', 'pushiness', 'phone', 'Druk om nu te beslissen of op link te klikken', 'Pressure to decide or click a link now', 3),
	('AAN-D1', 'pushiness', 'door', 'Gaat niet weg, voet tussen de deur', 'Will not leave, foot in the door', 4),
	('AAN-D2', 'pushiness', 'door', 'Moet nu tekenen op tablet', 'Must sign on a tablet now', 5),
	('AAN-S1', 'pushiness', 'street', 'Loopt mee of verspert de weg', 'Follows or blocks the way', 6),
	('AAN-S2', 'pushiness', 'street', 'Blijft om IBAN vragen', 'Keeps asking for bank number', 7),
	('ONB-T1', 'improper_conduct', 'phone', 'Onbeleefd, schelden, ophangen', 'Rude, abusive, hangs up', 1),
	('ONB-T2', 'improper_conduct', 'phone', 'Dreigen of bang maken', 'Threats or frightening', 2),
	('ONB-T3', 'improper_conduct', 'phone', 'Niet gevraagd of het uitkomt, niet gezegd hoe lang', 'Not asked whether it suits, not told how long', 3),
	('ONB-T4', 'improper_conduct', 'phone', 'Kind of kwetsbaar persoon benaderd', 'Child or vulnerable person approached', 4),
	('ONB-T5', 'improper_conduct', 'phone', 'Ongepaste of te persoonlijke vragen', 'Inappropriate or too personal questions', 5),
	('ONB-T6', 'improper_conduct', 'phone', 'Verkeerd tijdstip of verkeerde dag', 'Wrong time or day', 6),
	('ONB-D1', 'improper_conduct', 'door', 'Intimiderend aan de deur, met meerdere', 'Intimidating at the door, several sellers', 7),
	('ONB-D2', 'improper_conduct', 'door', 'Ongevraagd binnengekomen of meter bekeken', 'Entered or looked at the meter uninvited', 8),
	('ONB-D3', 'improper_conduct', 'door', 'Aan de deur op verkeerde tijd of dag', 'At the door at the wrong time or day', 9),
	('ONB-S1', 'improper_conduct', 'street', 'Aangeraakt of uitgelachen', 'Touched or mocked', 10),
	('MIS-T1', 'misleading', 'phone', 'Onduidelijk of valse naam/organisatie', 'False or unclear identity', 1),
	('MIS-T2', 'misleading', 'phone', 'Zogenaamd eigen leverancier, netbeheerder, overheid, bank', 'Pretends to be own supplier, grid operator, government or bank', 2),
	('MIS-T3', 'misleading', 'phone', 'Onjuiste prijs, besparing of looptijd', 'Wrong price, saving or term', 3),
	('MIS-T4', 'misleading', 'phone', 'Verkoop vermomd als onderzoek, service of enquête', 'Sale disguised as research, service or survey', 4),
	('MIS-T5', 'misleading', 'phone', 'Gratis, gewonnen of alleen vandaag', 'Free, won or only today', 5),
	('MIS-T6', 'misleading', 'phone', 'Contract zonder mijn akkoord', 'Contract without my agreement', 6),
	('MIS-T7', 'misleading', 'phone', 'Bedenktijd verzwegen of herroeping geweigerd', 'Right of withdrawal hidden or refused', 7),
	('MIS-D1', 'misleading', 'door', 'Handtekening "alleen voor ontvangst" of pas getoond', 'Signature "only for receipt" or a pass shown', 8),
	('MIS-D2', 'misleading', 'door', 'Geen afschrift of geen badge', 'No copy or no badge', 9),
	('MIS-S1', 'misleading', 'street', 'Goed doel als lokmiddel, bestemming onduidelijk', 'Charity as bait, purpose of the money unclear', 10),
	('CVR-1', 'respectful', null, 'Geduldig', 'Patient', 1),
	('CVR-2', 'respectful', null, 'Beleefd', 'Polite', 2),
	('CVR-3', 'respectful', null, 'Rustig met ouderen', 'Calm with older people', 3),
	('CEE-1', 'clear', null, 'Naam en doel meteen genoemd', 'Name and purpose given at once', 1),
	('CEE-2', 'clear', null, 'Prijs en bedenktijd uitgelegd', 'Price and right of withdrawal explained', 2),
	('CEE-3', 'clear', null, 'Gezegd waarom gebeld', 'Told why they called', 3),
	('CPM-1', 'relevant', null, 'Gevraagd of het uitkwam', 'Asked whether it suited', 1),
	('CPM-2', 'relevant', null, 'Op afspraak', 'By appointment', 2),
	('CPM-3', 'relevant', null, 'Nuttig aanbod', 'Useful offer', 3),
	('CNE-1', 'objection_honoured', null, 'Direct gestopt', 'Stopped at once', 1),
	('CNE-2', 'objection_honoured', null, 'Vriendelijk afgemeld', 'Taken off the list in a friendly way', 2),
	('CNE-3', 'objection_honoured', null, 'Sticker gerespecteerd', 'Sticker respected', 3),
	('CHU-1', 'helpful', null, 'Goed advies', 'Good advice', 1),
	('CHU-2', 'helpful', null, 'Toegezegde stukken ontvangen', 'Promised documents received', 2),
	('CHU-3', 'helpful', null, 'Snelle opzegging of correctie', 'Quick cancellation or correction', 3)
on conflict (code) do update set
	category = excluded.category,
	channel_group = excluded.channel_group,
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	position = excluded.position
where sub_categories.edited_at is null;

-- Sectors

insert into hub.sectors (
	code, label_nl, label_en,
	customer_exception, written_agreement, withdrawal_right, cooling_off_exception,
	is_telemarketing, is_ranked, position
) values
	('energy', 'Energie (stroom en gas)', 'Energy (electricity and gas)',
		'no', 'yes', 'yes', 'no', true, true, 1),
	('telecom', 'Telecom, internet en tv', 'Telecom, internet and tv',
		'no', 'yes', 'yes', 'no', true, true, 2),
	('water_heat', 'Water, stadswarmte, huur van een warmtepomp', 'Water, district heating, heat pump rental',
		'no', 'yes', 'yes', 'no', true, true, 3),
	('insurance', 'Schade- en zorgverzekering', 'General and health insurance',
		'no', 'no', 'yes', 'no', true, true, 4),
	('life', 'Levens- en uitvaartverzekering', 'Life and funeral insurance',
		'no', 'no', 'yes', 'no', true, true, 5),
	('bank_credit', 'Lening, krediet, hypotheek', 'Loan, credit, mortgage',
		'no', 'no', 'depends', 'no', true, true, 6),
	('invest', 'Beleggen, crypto, edelmetaal', 'Investment, crypto, precious metals',
		'no', 'no', 'depends', 'no', true, true, 7),
	('lottery_good_cause', 'Goededoelenloterij', 'Good-cause lottery',
		'yes', 'no', 'no', 'yes', true, true, 8),
	('lottery_other', 'Staatsloterij, Lotto, overige loterijen', 'State lottery, Lotto, other lotteries',
		'unknown', 'no', 'no', 'unknown', true, true, 9),
	('gambling_online', 'Online kansspel, casino', 'Online gambling, casino',
		'no', 'no', 'no', 'no', true, true, 10),
	('charity', 'Goed doel', 'Charity',
		'yes', 'no', 'not_applicable', 'yes', true, true, 11),
	('political', 'Politieke partij', 'Political party',
		'yes', 'no', 'not_applicable', 'unknown', true, true, 12),
	('ideal_org', 'Ideële of maatschappelijke organisatie, universiteit', 'Idealistic or social organisation, university',
		'yes', 'no', 'not_applicable', 'unknown', true, true, 13),
	('union_broadcast', 'Vakbond, omroep, belangenvereniging', 'Union, broadcaster, interest group',
		'unknown', 'no', 'unknown', 'unknown', true, true, 14),
	('publisher', 'Krant, weekblad of tijdschrift (3 of meer nummers per jaar)', 'Newspaper or magazine (3 or more issues a year)',
		'yes', 'depends', 'yes', 'yes', true, true, 15),
	('publisher_other', 'Boek, puzzel, catalogus (minder dan 3 nummers per jaar)', 'Book, puzzle, catalogue (fewer than 3 issues a year)',
		'no', 'no', 'yes', 'no', true, true, 16),
	('retail', 'Webwinkel, thuiswinkel, wijn', 'Online shop, home shopping, wine',
		'no', 'no', 'yes', 'no', true, true, 17),
	('subscription_box', 'Proefpakket, abonnementsbox, kortingsclub', 'Trial package, subscription box, discount club',
		'no', 'depends', 'yes', 'no', true, true, 18),
	('home_improve', 'Zonnepanelen, isolatie, kozijnen, warmtepomp', 'Solar panels, insulation, window frames, heat pump',
		'no', 'no', 'depends', 'no', true, true, 19),
	('maintenance', 'Onderhoudscontract (cv, alarm)', 'Maintenance contract (heating, alarm)',
		'no', 'yes', 'yes', 'no', true, true, 20),
	('security', 'Beveiliging', 'Security',
		'no', 'depends', 'yes', 'no', true, true, 21),
	('health', 'Hoortoestel, supplement, zorghulpmiddel', 'Hearing aid, supplement, medical aid',
		'no', 'no', 'depends', 'no', true, true, 22),
	('travel', 'Reis, vakantieclub, timeshare', 'Travel, holiday club, timeshare',
		'no', 'no', 'depends', 'no', true, true, 23),
	('education', 'Cursus, opleiding', 'Course, training',
		'no', 'depends', 'yes', 'no', true, true, 24),
	('sport', 'Sportschool', 'Gym',
		'no', 'yes', 'yes', 'no', true, true, 25),
	('automotive', 'Pechhulp, auto, lease', 'Roadside assistance, car, lease',
		'no', 'depends', 'yes', 'no', true, true, 26),
	('b2b_directory', 'Bedrijvengids, advertentie, zakelijke energie', 'Business directory, advertisement, business energy',
		'no', 'no', 'no', 'no', true, true, 27),
	('legal_claims', 'Claim, schade, rechtsbijstand', 'Claims, damages, legal aid',
		'no', 'depends', 'yes', 'no', true, true, 28),
	('recruitment', 'Uitzendbureau, werving van personeel', 'Temp agency, recruitment of staff',
		'no', 'not_applicable', 'not_applicable', 'not_applicable', true, true, 29),
	('research', 'Marktonderzoek, enquête', 'Market research, survey',
		'no', 'not_applicable', 'not_applicable', 'not_applicable', false, false, 30),
	('government', 'Overheid, netbeheerder', 'Government, grid operator',
		'no', 'not_applicable', 'not_applicable', 'not_applicable', false, false, 31),
	('debt', 'Incasso', 'Debt collection',
		'no', 'not_applicable', 'not_applicable', 'not_applicable', false, false, 32),
	('fraud_suspect', 'Vermoeden van fraude (nepbank, nephelpdesk, pakket)', 'Suspected fraud (fake bank, fake helpdesk, parcel)',
		'no', 'not_applicable', 'not_applicable', 'not_applicable', true, false, 33),
	('unknown', 'Onbekend', 'Unknown',
		'unknown', 'unknown', 'unknown', 'unknown', true, false, 34)
on conflict (code) do update set
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	customer_exception = excluded.customer_exception,
	written_agreement = excluded.written_agreement,
	withdrawal_right = excluded.withdrawal_right,
	cooling_off_exception = excluded.cooling_off_exception,
	is_telemarketing = excluded.is_telemarketing,
	is_ranked = excluded.is_ranked,
	position = excluded.position
where sectors.edited_at is null;

-- Clocks and annotations

insert into hub.clocks (code, amount, unit, starts_at, label_nl, label_en, source) values
	('acknowledgement', 1, 'minutes', 'filing',
		'Ontvangst bevestigen per mail', 'Acknowledge receipt by mail', 'desk'),
	('reminder_first', 5, 'calendar_days', 'delivery',
		'Eerste herinnering aan de organisatie', 'First reminder to the organisation', 'desk'),
	('reminder_second', 10, 'calendar_days', 'delivery',
		'Tweede herinnering aan de organisatie', 'Second reminder to the organisation', 'desk'),
	('organisation_answer', 15, 'calendar_days', 'delivery',
		'Antwoord van de organisatie', 'Answer by the organisation', 'desk, after the CFPB (US)'),
	('final_answer', 60, 'calendar_days', 'delivery',
		'Definitief antwoord als de organisatie meer tijd nodig heeft', 'Final answer if the organisation needs more time', 'desk, after the CFPB (US)'),
	('promise_check', 21, 'calendar_days', 'answer',
		'Navragen of een toezegging is nagekomen', 'Ask whether a promise was kept', 'desk, after SignalConso (FR)'),
	('verdict_window', 14, 'calendar_days', 'answer',
		'Oordeel van de melder, die de melding kan heropenen', 'Verdict of the reporter, who can reopen the report', 'desk, after Signalen (NL)'),
	('objection_norm', 72, 'hours', 'lodging',
		'Norm voor het verwerken van verzet', 'Norm for processing an objection', 'ACM, commitment of VodafoneZiggo of 12 June 2025: binding on that company, a minimum standard for others'),
	('objection_processed', 28, 'calendar_days', 'lodging',
		'Verzet uiterlijk verwerkt', 'Objection processed at the latest', 'Code Telemarketing'),
	('consent_proof', 5, 'working_days', 'request',
		'Bewijs van toestemming', 'Proof of consent', 'Code Telemarketing of 15 October 2024'),
	('data_source', 1, 'months', 'request',
		'Opgave van de herkomst van gegevens', 'Telling where personal data came from', 'AVG'),
	('number_reachable', 6, 'months', 'last_contact',
		'Nummer blijft terug te bellen', 'Number can still be called back', 'Code Telemarketing of 15 October 2024'),
	('customer_term', 36, 'months', 'end_of_relation',
		'Klanttermijn, als er geen langere is geadviseerd', 'Customer term, unless a longer one was advised', 'Code Telemarketing of 2020; a longer term only on advice of the CBT'),
	('cbt_changes', 7, 'calendar_days', 'payment',
		'Aanvraag van een langere klanttermijn wijzigen', 'Change an application for a longer customer term', 'Commissie Balanstoets Telemarketing'),
	('cbt_additions', 14, 'calendar_days', 'request',
		'Aanvraag van een langere klanttermijn aanvullen', 'Complete an application for a longer customer term', 'Commissie Balanstoets Telemarketing, rules of procedure 6.2'),
	('cbt_advice', 8, 'weeks', 'taken_on',
		'Advies over een langere klanttermijn', 'Advice on a longer customer term', 'Commissie Balanstoets Telemarketing'),
	('cbt_advice_target', 10, 'weeks', 'payment',
		'Streeftermijn voor advies over een langere klanttermijn', 'Target for advice on a longer customer term', 'Commissie Balanstoets Telemarketing, which names both terms'),
	('contact_data_erased', 365, 'calendar_days', 'close',
		'Contactgegevens van de melder gewist', 'Contact data of the reporter erased', 'desk'),
	('narrative_erased', 60, 'months', 'close',
		'Verhaal en bijlagen gewist', 'Narrative and files erased', 'desk'),
	('told_to_organisation', 60, 'minutes', 'filing',
		'Organisaties horen van nieuwe meldingen', 'Organisations hear of new reports', 'desk: in the minute itself an organisation could tell who reported')
on conflict (code) do update set
	amount = excluded.amount,
	unit = excluded.unit,
	starts_at = excluded.starts_at,
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	source = excluded.source
where clocks.edited_at is null;

-- What the desk may choose itself, and within which bounds; a law, a code or the CBT decides the rest.

update hub.clocks set least = bounds.least, most = bounds.most
from (values
	('acknowledgement', 1, 60),
	('reminder_first', 2, 10),
	('reminder_second', 3, 14),
	('organisation_answer', 7, 30),
	('final_answer', 30, 90),
	('promise_check', 7, 60),
	('verdict_window', 7, 30),
	('contact_data_erased', 30, 365),
	('narrative_erased', 12, 60),
	('told_to_organisation', 0, 1440)
) as bounds (code, least, most)
where clocks.code = bounds.code;

insert into hub.annotations (code, starts_on, label_nl, label_en, source) values
	('do_not_call_register', '2009-10-01', 'Bel-me-niet Register', 'Do-not-call register', 'Telecommunicatiewet'),
	('phone_code_2012', '2012-07-01', 'Code Telemarketing 2012', 'Telemarketing code 2012', 'Code Telemarketing'),
	('consumer_contracts', '2014-06-13', '14 dagen bedenktijd en schriftelijk akkoord', '14 days to withdraw, written agreement', 'Burgerlijk Wetboek 6:230g and following'),
	('field_code_2016', '2016-01-01', 'Code voor deur en straat', 'Door and street code', 'Reclamecode Fieldmarketing'),
	('privacy_law', '2018-05-25', 'AVG', 'GDPR', 'Algemene verordening gegevensbescherming'),
	('phone_code_2020', '2020-03-01', 'Code Telemarketing 2020', 'Telemarketing code 2020', 'Code Telemarketing; date of the Stichting Reclame Code, for DDMA members it was 1 January 2020'),
	('customer_term_2020', '2020-06-01', 'Oud-klant: hooguit 3 jaar', 'Former customers: 3 years at most', 'Code Telemarketing'),
	('energy_code_2021', '2021-01-01', 'Gedragscode energieleveranciers', 'Energy suppliers'' code', 'Gedragscode Consument en Energieleverancier'),
	('opt_in', '2021-07-01', 'Bellen alleen met toestemming', 'Calls only with consent', 'Telecommunicatiewet 11.7; end of the Bel-me-niet Register'),
	('consent_warning', '2022-06-29', 'ACM: toestemming moet te bewijzen zijn', 'ACM: consent must be provable', 'ACM'),
	('field_code_2023', '2023-08-01', 'Code Fieldmarketing 2023', 'Field marketing code 2023', 'Code Fieldmarketing'),
	('energy_standard_2024', '2024-01-01', 'Kwaliteitsstandaard energie', 'Energy quality standard', 'Kwaliteitsstandaard Energie-Nederland'),
	('phone_code_2024', '2024-10-15', 'Code Telemarketing 2024', 'Telemarketing code 2024', 'Code Telemarketing'),
	('commitment_2025', '2025-06-12', 'ACM: toezegging VodafoneZiggo', 'ACM: VodafoneZiggo commitment', 'ACM'),
	('consent_audits_2025', '2025-07-01', 'ACM controleert verificatie van toestemming', 'ACM audits consent verification', 'ACM'),
	('customer_exception_ended', '2026-07-01', 'Ook klanten alleen met toestemming', 'Customers too only with consent', 'Telecommunicatiewet 11.7 as changed by Energiewet 7.8 (Stb. 2025, 89)')
on conflict (code) do update set
	starts_on = excluded.starts_on,
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	source = excluded.source
where annotations.edited_at is null;

-- Why an organisation answers as it does.

insert into hub.answer_reasons (code, answer_type, label_nl, label_en, position) values
	('apology', 'accepted', 'Excuses', 'An apology', 1),
	('stop_contacting', 'accepted', 'Geen contact meer opnemen', 'No more contact', 2),
	('correct_data', 'accepted', 'Gegevens aanpassen of wissen', 'Correct or erase data', 3),
	('cancel_contract', 'accepted', 'Contract ongedaan maken', 'Cancel the contract', 4),
	('refund', 'accepted', 'Geld terug', 'Money back', 5),
	('retrain', 'accepted', 'Medewerkers opnieuw opleiden', 'Train staff anew', 6),
	('sanction', 'accepted', 'Maatregel tegen een medewerker of partner', 'Measure against an employee or partner', 7),
	('other_remedy', 'accepted', 'Iets anders', 'Something else', 8),
	('consent_proven', 'explained', 'Er was toestemming', 'There was consent', 1),
	('customer_ground', 'explained', 'Het was een klant', 'It was a customer', 2),
	('requested_contact', 'explained', 'Er was om contact gevraagd', 'Contact had been asked for', 3),
	('did_not_happen', 'rejected', 'Het is niet gebeurd', 'It did not happen', 1),
	('already_answered', 'rejected', 'Al eerder beantwoord', 'Answered before', 2),
	('unknown_party', 'not_ours', 'Onbekend bij deze organisatie', 'Not known to this organisation', 1),
	('group_company', 'not_ours', 'Een ander bedrijf van dezelfde groep', 'Another company of the same group', 2),
	('chain_partner', 'not_ours', 'Een partner in de keten', 'A partner in the chain', 3),
	('number_misused', 'not_ours', 'Het nummer is misbruikt', 'The number was misused', 4)
on conflict (code) do update set
	answer_type = excluded.answer_type,
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	position = excluded.position;
-- What the rules may not make up themselves. The committee keeps these: nothing here overwrites it.

insert into hub.mourning_days (day, label_nl, label_en, source) values
	('2014-07-23', 'Nationale rouwdag vlucht MH17', 'National day of mourning for flight MH17', 'Government of the Netherlands, July 2014')
on conflict (day) do nothing;
-- One that was removed here stays away.
delete from hub.mourning_days
where exists (
	select from hub.upkeep_events
	where act = 'mourning_day_removed' and subject = day::text
		and not exists (
			select from hub.upkeep_events as later
			where later.act = 'mourning_day_added' and later.subject = day::text
				and later.event_id > upkeep_events.event_id));

insert into hub.code_hours (code) values ('CTM20'), ('CTM21'), ('CTM24'), ('CFM23')
on conflict (code) do nothing;

-- What an application to the CBT costs, before VAT.

insert into hub.cbt_fees (kind, euros, source) values
	('commercial', 3680, 'Commissie Balanstoets Telemarketing'),
	('non_profit', 2990, 'Commissie Balanstoets Telemarketing')
on conflict (kind) do nothing;

-- Provinces. Facts on postcodes: GeoNames (geonames.org, CC BY 4.0) and 4pp (MIT).

insert into hub.provinces (code, label_nl, label_en, position) values
	('GR', 'Groningen', 'Groningen', 1),
	('FR', 'Friesland', 'Friesland', 2),
	('DR', 'Drenthe', 'Drenthe', 3),
	('OV', 'Overijssel', 'Overijssel', 4),
	('FL', 'Flevoland', 'Flevoland', 5),
	('GE', 'Gelderland', 'Gelderland', 6),
	('UT', 'Utrecht', 'Utrecht', 7),
	('NH', 'Noord-Holland', 'North Holland', 8),
	('ZH', 'Zuid-Holland', 'South Holland', 9),
	('ZE', 'Zeeland', 'Zeeland', 10),
	('NB', 'Noord-Brabant', 'North Brabant', 11),
	('LI', 'Limburg', 'Limburg', 12)
on conflict (code) do update set
	label_nl = excluded.label_nl,
	label_en = excluded.label_en,
	position = excluded.position;

delete from hub.postcode_ranges;

insert into hub.postcode_ranges (first_postcode4, last_postcode4, province) values
	(1000, 1231, 'NH'), (1234, 1234, 'LI'), (1240, 1277, 'NH'), (1300, 1364, 'FL'), (1380, 1384, 'NH'),
	(1390, 1393, 'UT'), (1394, 1394, 'NH'), (1396, 1396, 'UT'), (1398, 1424, 'NH'), (1426, 1427, 'UT'),
	(1428, 1428, 'ZH'), (1430, 1951, 'NH'), (1954, 1954, 'GE'), (1960, 2158, 'NH'), (2159, 2163, 'ZH'),
	(2165, 2165, 'NH'), (2170, 3381, 'ZH'), (3400, 3464, 'UT'), (3465, 3466, 'ZH'), (3467, 3621, 'UT'),
	(3625, 3625, 'NH'), (3626, 3648, 'UT'), (3651, 3653, 'ZH'), (3700, 3769, 'UT'), (3770, 3785, 'GE'),
	(3790, 3791, 'UT'), (3792, 3794, 'GE'), (3800, 3836, 'UT'), (3840, 3888, 'GE'), (3890, 3899, 'FL'),
	(3900, 3922, 'UT'), (3925, 3925, 'GE'), (3927, 3999, 'UT'), (4000, 4119, 'GE'), (4121, 4133, 'UT'),
	(4140, 4140, 'ZH'), (4141, 4145, 'UT'), (4147, 4161, 'GE'), (4163, 4163, 'UT'), (4170, 4197, 'GE'),
	(4200, 4209, 'ZH'), (4211, 4212, 'GE'), (4213, 4213, 'ZH'), (4214, 4214, 'GE'), (4221, 4230, 'ZH'),
	(4231, 4235, 'UT'), (4240, 4241, 'ZH'), (4243, 4247, 'UT'), (4250, 4288, 'NB'), (4300, 4589, 'ZE'),
	(4600, 4671, 'NB'), (4675, 4675, 'ZE'), (4681, 4681, 'NB'), (4690, 4698, 'ZE'), (4700, 5216, 'NB'),
	(5217, 5217, 'ZH'), (5221, 5298, 'NB'), (5300, 5335, 'GE'), (5340, 5764, 'NB'), (5766, 5817, 'LI'),
	(5821, 5846, 'NB'), (5851, 6019, 'LI'), (6020, 6029, 'NB'), (6030, 6471, 'LI'), (6500, 6582, 'GE'),
	(6584, 6599, 'LI'), (6600, 7142, 'GE'), (7146, 7146, 'OV'), (7150, 7399, 'GE'), (7400, 7437, 'OV'),
	(7439, 7439, 'GE'), (7440, 7702, 'OV'), (7705, 7705, 'DR'), (7707, 7739, 'OV'), (7740, 7766, 'DR'),
	(7770, 7798, 'OV'), (7800, 7944, 'DR'), (7946, 7946, 'OV'), (7948, 7949, 'DR'), (7950, 7955, 'OV'),
	(7957, 7991, 'DR'), (8000, 8045, 'OV'), (8050, 8052, 'GE'), (8055, 8066, 'OV'), (8070, 8097, 'GE'),
	(8100, 8154, 'OV'), (8160, 8194, 'GE'), (8196, 8198, 'OV'), (8200, 8256, 'FL'), (8260, 8294, 'OV'),
	(8300, 8323, 'FL'), (8325, 8347, 'OV'), (8351, 8351, 'DR'), (8355, 8378, 'OV'), (8381, 8387, 'DR'),
	(8388, 8435, 'FR'), (8437, 8439, 'DR'), (8440, 9299, 'FR'), (9300, 9343, 'DR'), (9350, 9367, 'GR'),
	(9400, 9475, 'DR'), (9479, 9479, 'GR'), (9480, 9497, 'DR'), (9500, 9503, 'GR'), (9511, 9537, 'DR'),
	(9540, 9563, 'GR'), (9564, 9564, 'DR'), (9566, 9566, 'GR'), (9571, 9574, 'DR'), (9580, 9651, 'GR'),
	(9654, 9659, 'DR'), (9661, 9747, 'GR'), (9749, 9749, 'DR'), (9750, 9756, 'GR'), (9761, 9766, 'DR'),
	(9771, 9845, 'GR'), (9851, 9853, 'FR'), (9860, 9866, 'GR'), (9871, 9873, 'FR'), (9881, 9999, 'GR');
