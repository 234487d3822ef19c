"""First names that tell whether "he" or "she" is meant; words only, for `kg.extract.discourse`."""

from __future__ import annotations

__all__ = ["FEMALE", "MALE"]

FEMALE = frozenset(
    """aisha agnes alexandra alice aline amal amanda amina amy ana andrea angela angelina anita ann anna
    annalena anne annegret annie asma aung aya barbara beata beatrice benazir benita betty brigitte camilla
    carmen carol carrie catherine cecilia charlotte chandrika christiane christine claire claudia
    condoleezza corazon cristina cynthia dalia deborah delcy diana dilma dina dominique doris eleanor elena
    elisabeth elizabeth ellen emily emma erna eva evelyn fatima fatou federica fiona florence frances
    gabriela gina giorgia gloria golda greta gro hanan hanna hannah heather heidi helen helga helle hillary
    hina hope ilana ingrid irene irina isabel isabella ivanka jacinda jane janet jeanine jen jennifer
    jessica jill joan johanna joyce judith julia julie kaja kamala karen karin karine karoline kate
    katherine kathleen kelly kristalina kristina laura leila leni lilia lindiwe lisa liz louise lucia luisa
    lydia madeleine magdalena maia margaret margarita margot maria mariam marie marina mary mayada megawati
    melanie melania mette michele michelle monica morgan nadia nancy naledi natalia nathalie nicola nikki
    nino olga olena paetongtarn pamela patricia paula penny pia rachel rania rebecca roza ruth sabine salome
    samantha samia sanae sandra sanna sara sarah segolene sheikha sheila shirin simone simonetta sofia sonia
    sophie stella sue sushma susan susana sviatlana svetlana tammy tansu tarja tatiana teresa theresa tzipi
    ursula vaira valerie vanessa vera veronica victoria vigdis viola viktoria wendy xiomara yingluck yulia
    yvette yvonne zara zoe zuzana""".split()
)
MALE = frozenset(
    """abbas abdel abdul abdullah abiy adel adolf ahmad ahmed akbar alan alassane albert alberto alejandro
    aleksandar aleksandr alex alexander alexei alexis alexandre alfonso alfred ali alvaro amr anatoly anders
    andreas andrei andres andrew andrzej angus anthony antonio antony anwar ariel arnold artur arturo ashraf
    avigdor ayman bashar barack ben benigno benito benjamin bernard bernie bertie bill binyamin bob boris
    boutros brian bruno carl carlos charles chris christian christopher chuck colin dan daniel david dennis
    denis dick dmitri dmitry dmytro dominic donald doug douglas ebrahim edgar edward ehud emmanuel emmerson
    enrique eric ernesto evo faisal felipe felix ferdinand fernando fidel fouad francis francisco franck
    francois frank frank-walter fred gabriel gary gennady geoffrey george gerhard gerry gideon gordon graham
    gregory guido gustavo hakan hamid hans haider harry hasan hassan heiko helmut henry herman horst hosni
    hossein howard hu hugh hugo hun hussein ian ibrahim igor ilham imran isaac ismail ivan ivo jack jacob
    jacques jaime jair james jan jaroslaw javier jawaharlal jean jeff jens jeremy jerry jim jimmy joachim
    joao joe joel john jonathan jorge jose joschka joseph josep josh juan julian julio julius junichiro
    justin karl kevin khaled kofi konstantin kurt lars laurent lech lee leo leon leonid li lindsey lloyd
    lopez louis lucas luis luiz mahmoud manuel marco mariano mario mark martin masoud matteo matthew
    mauricio maurice max mehmet menachem mevlut michael mick miguel mike mikhail milan mohamed mohammad
    mohammed moammar muammar mohamad mullah muhammad mustafa narendra ned nabih najib neil nelson nicolas
    nikol nikola nikolai nouri olaf oleg omar oscar osama otto pablo paul pedro pervez peter petro petr
    philip philippe pierre prabowo qassem rafael rafik ralph ramzan raul recep reuven rex ricardo richard
    rishi robert roberto robin rodrigo roger romano ron ronald rudolf ruud saad saddam saeed salam sali
    salman sam sebastian sebastien sergei sergey shaukat shimon shinzo sidney silvio simon slobodan staffan
    stefan stephane stephen steve steven sukarno tayyip ted terry thabo thomas tim timothy tom tony toomas
    trygve umaru valdis valery vaclav viktor vicente victor vladimir volodymyr walid walter warren wen
    wesley wilhelm william winston wolfgang xi yair yasser yitzhak yoshihide yoweri yukiya yuri yusuf zalmay
    zbigniew zoran""".split()
)
