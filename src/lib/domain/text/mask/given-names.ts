/**
 * First names that people in the Netherlands often have. In small letters only these tell a name
 * from what somebody is ("ik ben jan", "ik ben klant"); words of daily use are left out.
 */
const givenNames = new Set(
	`aad aart abdel abdul abdullah adriaan adrie agnes ahmed ahmet aicha aisha albert alberto
	aleksandra alex alexander alfred ali alice alie alina amanda amber amina amir amy ana andre
	andrea andreas andrew andries andrzej angela angelique anika anita anja anke ankie ann anna anne
	anneke annelies annemarie annemiek annet annette annie anouk ans anthony antoine antoinette
	anton antonio arie arjan arjen arno arnold arthur ashley astrid aya ayse ayşe babette barbara
	bart bas bastiaan beatrice bep bernadette bernard bernd bert bertha berthe betty bianca bilal
	björn bob bram brian brigitte britt bruno carla carlo carlos carmen carolien caroline catharina
	catherine cees cemal chantal charles charlotte chris christa christel christiaan christian
	christien christina christine christopher cindy claire clara claudia coby coen colin connie
	conny cor cora corine corrie cynthia daan daisy daniel danielle daniël danny daphne david debbie
	debora demi denise dennis derk desiree diana dick diederik diego dieuwertje dina dirk djamila
	dolf donna dorien doris dorothea douwe ed eddy edith eduard edwin eefje eelco elif eline
	elisabeth elise ella ellen ellie elly els elsa elske emily emine emma emre eric erica erik erika
	ernst erwin esmee esra esther eugenie eva evelien eveline evert fabian farid fatih fatima fatma
	femke fenna ferdinand floris fokke francien francis franciska frank frans fred frederik freek
	frits froukje gea geert geertje geertruida george gerald gerard gerben gerda gerrit gert gertjan
	gerty ghislaine gijs gijsbert gina gino giovanni greet greetje greta guido guus gülsen hakan
	halima hamid hamza han hanna hannah hanneke hans harm harold harrie harry hasan hassan hedwig
	heidi hein hendrik hendrika hendrikje henk hennie henny henri henriette henry herman hermien
	hester hilda hilde hugo huseyin huub ibrahim ida ilona ilse ine ineke inge ingeborg ingrid irene
	irina iris irma isa isaac isabel isabella isabelle ismail ivo ivonne jaap jack jacob jacoba
	jacqueline jacques jan jane janet janine janneke jannie janny jantje jasmijn jasper jean
	jeannette jeffrey jelle jennifer jenny jens jeroen jerry jesse jessica jim jimmy jitske jo joan
	joanna jochem joep johan johanna johannes john johnny jolanda jolanta jolien jonas jonathan joop
	joost jordy joris jos jose josefien joseph joshua josé joyce juan judith jules julia julian
	julie juliette jurgen jurre justin jörgen kaatje karel karen karim karin karl katarzyna kathleen
	katja kees kelly kemal ken kenneth kevin khaled kim kirsten klaas klaasje klara koen koos krista
	kristina krzysztof lara larissa lars laura lauren laurens leah leen leendert lena leo leon
	leonie leontien leroy lesley levi lia lianne lieke lies liesbeth lieve lilian linda lisa lisanne
	lisette liz lizzy loek loes lotte lou louis louise luc luca lucas lucia lucie ludwig luuk lydia
	maaike maarten maartje machteld magda mandy manon manuel mara marc marcel marco marga margaret
	margreet margriet maria marie marian marianne marieke mariet marije marijke marina marinus mario
	marion mariska marit marjan marjo marjolein marjolijn mark marleen marlies marloes marte martha
	martijn martin martine mary mathijs mathilde matthias matthijs maud maurice maurits maxim
	małgorzata meike melanie melissa menno merel merve michael michel michelle michiel mick mieke
	miep mike mila milan milou mina mira miranda miriam mirjam mohamed mohammad mohammed monica
	moniek monika monique muhammad murat mustafa myrthe nadia najat nancy naomi natalie natasja
	nathalie neeltje nel nelleke nelly nico nicolaas nicole niek niels nienke nina noa noah noor
	nora noël olaf olga oliver olivia omar onno oscar oskar osman otto paolo pascal patricia patrick
	paul paula paulien pauline pedro peggy perry peter petra philip pien piet pieter pieternel
	pietje pim piotr quinten quirine rachel rachid ralph ramon raymond rebecca reinder reinier remco
	remko renate rene renee renske rené renée ria rianne richard rick rik rina rita rob robbert
	robert roberto robin roel roeland roelof roger rogier roland rolf romy ron ronald ronnie rosa
	rosanne roy ruben rudi rudolf rutger ruth ruud ruurd sabine sabrina said samantha samir samira
	sander sandra sanne sara sarah saskia sebastiaan selma serge shirley siebe siem sietske sieuwke
	sigrid silvia simon simone sjaak sjaan sjoerd sofia sofie sonja sophia sophie stan stef stefan
	stefanie steffie stella stephan stephanie steven stijn susan suzan suzanne sven syb sybren
	sylvia tamara tanja tara ted tess teun teuntje thea theo theodor thera theresa therese thijs
	thomas tiffany tim timo tine tineke tjeerd tobias tom tomasz ton tonia tonnie tony toon toos
	trijntje trudy truus twan ursula valentina valerie vanessa veerle vera veronica veronique victor
	victoria vincent vivian walter wanda ward wendy werner wesley wessel wiebe wieger wilfred
	wilhelmina willeke willem willemien willemijn william willy wilma wim winnie wout wouter xander
	yara yasmin yasmina yasmine yolanda youssef yusuf yvette yvonne zainab zeynep zita zoë`.split(/\s+/)
);

/** "jan", "Anne-Marie", "mohamed": whoever bears it, it is a name. */
export const isGivenName = (word: string): boolean =>
	givenNames.has(word.toLowerCase().replace(/[.,]$/, '').split(/[-'’]/, 1)[0]!);
