# Breakages of lexicon.ttl, as SPARQL updates; the comment above each is the message that must come.
# To add one: a comment line with the sh:message of the constraint, the update below it, an empty line between.
# Prefixes are those of lexicon.ttl.

# A class has a label.
DELETE WHERE { kg:Junta rdfs:label ?x }

# A class has a definition.
DELETE WHERE { kg:Junta skos:definition ?x }

# A property has a label.
DELETE WHERE { kg:leads rdfs:label ?x }

# A property has a definition.
DELETE WHERE { kg:leads skos:definition ?x }

# A known entity has exactly one preferred label.
INSERT DATA { d:army skos:prefLabel "Another Army" }

# An alias has letters.
DELETE { d:army skos:altLabel ?x } INSERT { d:army skos:altLabel "" } WHERE { d:army skos:altLabel ?x }

# The country of a known entity is a known country.
DELETE { d:army kg:country ?x } INSERT { d:army kg:country d:lnad } WHERE { d:army kg:country ?x }

# A known entity is part of a known one.
DELETE { d:army kg:partOf ?x } INSERT { d:army kg:partOf d:nobody } WHERE { d:army kg:partOf ?x }

# A mission is there by a known mandate.
INSERT DATA { d:army kg:mandate d:nobody }

# A known actor is member of a known one.
DELETE { d:army kg:memberOf ?x } INSERT { d:army kg:memberOf d:nobody } WHERE { d:army kg:memberOf ?x }

# A known actor is allied with a known one.
DELETE { d:army kg:alliedWith ?x } INSERT { d:army kg:alliedWith d:nobody } WHERE { d:army kg:alliedWith ?x }

# A known actor is affiliated with a known one.
DELETE { d:army kg:affiliatedWith ?x } INSERT { d:army kg:affiliatedWith d:nobody } WHERE { d:army kg:affiliatedWith ?x }

# A known actor is the opponent of a known one.
DELETE { d:army kg:opponentOf ?x } INSERT { d:army kg:opponentOf d:nobody } WHERE { d:army kg:opponentOf ?x }

# A known actor leads a known one.
DELETE { d:army kg:leads ?x } INSERT { d:army kg:leads d:nobody } WHERE { d:army kg:leads ?x }

# What is the same elsewhere is named by its web address.
DELETE { d:army skos:exactMatch ?x } INSERT { d:army skos:exactMatch "Q1" } WHERE { d:army skos:exactMatch ?x }

# A country has its ISO code of two letters.
DELETE { d:land kg:iso ?x } INSERT { d:land kg:iso "XXX" } WHERE { d:land kg:iso ?x }

# A country has an adjective.
DELETE WHERE { d:land kg:adjective ?x }

# A country has a capital.
DELETE WHERE { d:land kg:capital ?x }

# An event type has exactly one preferred label.
DELETE WHERE { d:Capture skos:prefLabel ?x }

# An event type has a definition.
DELETE WHERE { d:Capture skos:definition ?x }

# An event type stands under a family.
DELETE { d:Capture skos:broader ?x } INSERT { d:Capture skos:broader d:Nothing } WHERE { d:Capture skos:broader ?x }

# An event type is in the scheme kg:event-types.
DELETE WHERE { d:Capture skos:inScheme ?x }

# An event type has at most one PLOVER code, of the 16 there are.
DELETE { d:Capture kg:plover ?x } INSERT { d:Capture kg:plover "FIGHT" } WHERE { d:Capture kg:plover ?x }

# An event type has at most one ACLED sub-event type.
INSERT DATA { d:Capture kg:acled "Other" }

# An event type has a weight, from 0.
DELETE { d:Capture kg:weight ?x } INSERT { d:Capture kg:weight -1 } WHERE { d:Capture kg:weight ?x }

# An event type has a frame: its triggers and their roles.
DELETE WHERE { d:Capture kg:frame ?x }

# An event type has an example.
DELETE WHERE { d:Capture kg:example ?x }

# A frame has triggers: verbs or nouns.
DELETE WHERE { d:frame kg:verbs ?x }

# An example has a sentence.
DELETE WHERE { d:example kg:sentence ?x }

# An ACLED rule has its place in the order.
DELETE { d:acled kg:order ?x } INSERT { d:acled kg:order "first" } WHERE { d:acled kg:order ?x }

# An ACLED rule gives one sub-event type.
DELETE WHERE { d:acled kg:acled ?x }

# An ACLED rule names event types.
DELETE WHERE { d:acled kg:types ?x }

# A label pattern names event types.
DELETE WHERE { d:label kg:types ?x }

# A label pattern has a preposition for the target.
DELETE WHERE { d:label kg:targetPreposition ?x }

# A label pattern has at most one preposition for the place.
DELETE { d:label kg:placePreposition ?x } INSERT { d:label kg:placePreposition "of, in" } WHERE { d:label kg:placePreposition ?x }

# A class of cues has exactly one kind of claim, of those the ontology lists.
DELETE { d:say kg:claimKind ?x } INSERT { d:say kg:claimKind "sings" } WHERE { d:say kg:claimKind ?x }

# A class of cues says how its words govern what is said.
DELETE WHERE { d:say kg:frame ?x }

# A class of cues has words.
DELETE WHERE { d:say kg:verbs ?x }

# A cue of factuality has a modality that claims have.
DELETE { d:may kg:modality ?x } INSERT { d:may kg:modality "perhaps" } WHERE { d:may kg:modality ?x }

# A class of nouns stands for one class of the ontology.
DELETE { d:soldiers kg:mentionClass ?x } INSERT { d:soldiers kg:mentionClass kg:Soldier } WHERE { d:soldiers kg:mentionClass ?x }

# A class of nouns has nouns.
DELETE WHERE { d:soldiers kg:nouns ?x }

# A class of words has words.
DELETE WHERE { d:north kg:words ?x }

# A word for a number has its number.
DELETE WHERE { d:twelve kg:number ?x }

# A vague number has a lower bound that is not above its upper one.
DELETE { d:few kg:lower ?x } INSERT { d:few kg:lower 7 } WHERE { d:few kg:lower ?x }

# A unit has its symbol.
DELETE WHERE { d:km kg:symbol ?x }

# A unit says what it measures.
DELETE WHERE { d:km kg:measures ?x }

# A pattern of times says what it means.
DELETE WHERE { d:day kg:means ?x }

# A pattern of times has a regular expression.
DELETE WHERE { d:day kg:pattern ?x }

# A rule of fusion names event types.
DELETE WHERE { d:family kg:types ?x }

# A rule of situations has one of the kinds there are.
DELETE { d:captured kg:kind ?x } INSERT { d:captured kg:kind "Weather" } WHERE { d:captured kg:kind ?x }

# A rule of situations says whether one begins, lasts or ends.
DELETE { d:captured kg:phase ?x } INSERT { d:captured kg:phase "perhaps" } WHERE { d:captured kg:phase ?x }

# A rule of situations says which role is its subject.
DELETE WHERE { d:captured kg:subject ?x }

# An ACLED event type has its name.
DELETE WHERE { d:battles kg:acledName ?x }

# An ACLED event type is of one disorder type.
DELETE WHERE { d:battles kg:disorder ?x }

# An ACLED event type has sub-event types.
DELETE WHERE { d:battles kg:subEvents ?x }

# How exact places are is 1, 2 or 3.
DELETE { d:exact kg:level ?x } INSERT { d:exact kg:level 4 } WHERE { d:exact kg:level ?x }

# How exact places are is said of classes.
DELETE WHERE { d:exact kg:classes ?x }

# A weighed ACLED sub-event type has its name.
DELETE WHERE { d:weighed kg:acled ?x }

# A weighed ACLED sub-event type has a weight, from 0.
DELETE { d:weighed kg:weight ?x } INSERT { d:weighed kg:weight -1 } WHERE { d:weighed kg:weight ?x }

# A class of verbs has verbs.
DELETE WHERE { d:launch kg:verbs ?x }

# A class of verbs of support says which role their subject has.
DELETE { d:launch kg:subjectIs ?x } INSERT { d:launch kg:subjectIs "hero" } WHERE { d:launch kg:subjectIs ?x }

# A composition gives one event type.
DELETE { d:promised kg:gives ?x } INSERT { d:promised kg:gives d:Fighting } WHERE { d:promised kg:gives ?x }

# A composition has cues.
DELETE WHERE { d:promised kg:cues ?x }

# A composition says over which acts its cues work.
DELETE WHERE { d:promised kg:over ?x }

# A head noun of agreements makes one class of the ontology.
DELETE WHERE { d:truce kg:class ?x }

# A cue of agreements says whether acts invoke or violate them.
DELETE { d:under kg:relates ?x } INSERT { d:under kg:relates "likes" } WHERE { d:under kg:relates ?x }

# A cue of relations gives one relation type.
DELETE { d:allied kg:relation ?x } INSERT { d:allied kg:relation d:Fighting } WHERE { d:allied kg:relation ?x }

# A cue of relations has a syntactic pattern.
DELETE WHERE { d:allied kg:pattern ?x }

# A part of times has its name.
DELETE WHERE { d:year kg:name ?x }

# A part of times has a regular expression.
DELETE WHERE { d:year kg:pattern ?x }

# A side in fusion names classes of actors.
DELETE WHERE { d:side kg:classes ?x }

# A kind of contradiction has a name.
DELETE WHERE { d:date kg:kind ?x }

# A kind of contradiction is from 0 to 1 severe.
DELETE { d:date kg:severity ?x } INSERT { d:date kg:severity 4 } WHERE { d:date kg:severity ?x }

# A kind of contradiction says what is ruled out first.
DELETE WHERE { d:date kg:ruledOut ?x }

# Fusion has words that do not tell names apart.
DELETE WHERE { d:stops kg:nameStops ?x }

# An armed group has the address of a source.
DELETE WHERE { d:rebels dcterms:source ?x }

# A person has the address of a source.
DELETE { d:leader dcterms:source ?x } INSERT { d:leader dcterms:source "general knowledge" } WHERE { d:leader dcterms:source ?x }

# An agreement has the address of a source.
DELETE WHERE { d:accord dcterms:source ?x }

# A collection of facts has a title.
DELETE WHERE { d:list dcterms:title ?x }

# A collection of facts has its version.
DELETE WHERE { d:list dcterms:hasVersion ?x }

# A collection of facts has its licence.
DELETE WHERE { d:list dcterms:license ?x }

# A collection of facts has the address where it was read.
DELETE WHERE { d:list dcterms:source ?x }

# What an attempt at an event type is, is one event type.
INSERT DATA { d:Capture kg:attempted d:league }
